/* Fields that hold several values: each gives a `read` for what stands in it. */
window.AlertwireLists = (() => {
  /** Checkboxes for several of many; `read` gives the chosen values in their given order. */
  const checks = (selector, options, chosen) => {
    const box = $(selector).empty().addClass('alertwire-checks');
    for (const { value, label } of options) {
      const input = $('<input type="checkbox">').val(value).prop('checked', chosen.includes(value));
      $('<label>').append(input).append(document.createTextNode(label)).appendTo(box);
    }
    return {
      read: () =>
        box
          .find('input:checked')
          .map((_index, input) => input.value)
          .get(),
    };
  };

  // A height at this moment, even a least one, would be kept for good; the style sheet has it.
  const list = (selector, options) =>
    $(selector).editableList({ sortable: true, removable: true, height: 'auto', ...options });

  /** The rows of a list. */
  const items = (element) =>
    element
      .editableList('items')
      .toArray()
      .map((row) => $(row));

  /** A list of words; where there is a `find`, it is asked for what could be meant. */
  const words = (selector, values, placeholder, find) => {
    const element = list(selector, {
      addItem: (row, _index, data) => {
        const input = $('<input type="text" style="width: 100%">')
          .attr('placeholder', placeholder)
          .val(data.word ?? '')
          .appendTo(row);
        if (find) input.autoComplete({ minLength: 0, search: find });
      },
    });
    for (const word of values ?? []) element.editableList('addItem', { word });
    return {
      read: () =>
        items(element)
          .map((row) => row.find('input').val().trim())
          .filter((word) => word !== ''),
    };
  };

  /** Names with typed values. */
  const pairs = (selector, values, placeholder) => {
    const element = list(selector, {
      addItem: (row, _index, data) => {
        row.css({ display: 'flex', gap: '8px' });
        $('<input type="text" class="alertwire-name" style="width: 35%">')
          .attr('placeholder', placeholder)
          .val(data.name ?? '')
          .appendTo(row);
        $('<input type="text" class="alertwire-typed" style="width: 62%">')
          .val(data.value ?? '')
          .appendTo(row)
          .typedInput({ default: 'str', types: AlertwireTyped.SOURCES })
          .typedInput('type', data.type || 'str');
      },
    });
    for (const pair of values ?? []) element.editableList('addItem', { ...pair });
    return {
      read: () =>
        items(element)
          .map((row) => ({
            name: row.find('.alertwire-name').val().trim(),
            value: row.find('.alertwire-typed').typedInput('value'),
            type: row.find('.alertwire-typed').typedInput('type'),
          }))
          .filter(({ name }) => name !== ''),
    };
  };

  /** Buttons of one's own: what each says, how it looks, and what is asked before. */
  const ownButtons = (selector, values, { styles, ...placeholders }) => {
    const element = list(selector, {
      addItem: (row, _index, data) => {
        row.css({ display: 'flex', gap: '6px' });
        const word = (name, width) =>
          $(`<input type="text" class="alertwire-${name}" style="width: ${width}">`)
            .attr('placeholder', placeholders[name])
            .val(data[name] ?? '')
            .appendTo(row);
        word('name', '35%');
        const style = $('<select class="alertwire-style" style="width: 100px">').appendTo(row);
        for (const { value, label } of styles) style.append($('<option>').val(value).text(label));
        style.val(data.style ?? styles[0].value);
        word('confirm', '40%');
      },
    });
    for (const button of values ?? []) element.editableList('addItem', { ...button });
    return {
      read: () =>
        items(element)
          .map((row) => ({
            name: row.find('.alertwire-name').val().trim(),
            style: row.find('.alertwire-style').val(),
            confirm: row.find('.alertwire-confirm').val().trim(),
          }))
          .filter(({ name }) => name !== ''),
    };
  };

  /** Alternatives of conditions, drawn as one list in which a row starts with `and` or `or`. */
  const conditions = (selector, groups, text) => {
    const element = list(selector, {
      addItem: (row, index, data) => {
        row.css({ display: 'flex', gap: '6px' });
        const join = $('<select class="alertwire-join" style="width: 70px">').appendTo(row);
        join.append(
          $('<option value="and">').text(text.and),
          $('<option value="or">').text(text.or),
        );
        join.val(data.join ?? 'and').css('visibility', index === 0 ? 'hidden' : 'visible');
        $('<input type="text" class="alertwire-key" style="width: 30%">')
          .attr('placeholder', text.key)
          .val(data.key ?? '')
          .appendTo(row);
        const operator = $('<select class="alertwire-operator" style="width: 90px">').appendTo(row);
        operator.append($('<option value="in">').text(text.in));
        operator.append($('<option value="not-in">').text(text.notIn));
        operator.val(data.operator ?? 'in');
        $('<input type="text" class="alertwire-values" style="flex: 1">')
          .attr('placeholder', text.values)
          .val((data.values ?? []).join(', '))
          .appendTo(row);
      },
    });
    for (const group of groups ?? []) {
      group.forEach((condition, index) => {
        element.editableList('addItem', { ...condition, join: index === 0 ? 'or' : 'and' });
      });
    }
    const read = () => {
      const found = [];
      for (const row of items(element)) {
        const key = row.find('.alertwire-key').val().trim();
        const values = row.find('.alertwire-values').val().split(',');
        const operator = row.find('.alertwire-operator').val();
        if (key === '') continue;
        if (found.length === 0 || row.find('.alertwire-join').val() === 'or') found.push([]);
        const words = values.map((value) => value.trim()).filter((value) => value !== '');
        found.at(-1).push({ key, operator, values: words });
      }
      return found;
    };
    return { read };
  };

  /** Keeps what stands in the lists and checkboxes of a dialog, by the names of their fields. */
  const save = (node) => {
    for (const [name, field] of Object.entries(node.alertwireFields)) node[name] = field.read();
    delete node.alertwireFields;
  };

  /** What the lists of conditions say. */
  const conditionWords = (node) => ({
    and: node._('condition.and'),
    or: node._('condition.or'),
    key: node._('condition.key'),
    in: node._('condition.in'),
    notIn: node._('condition.notIn'),
    values: node._('condition.values'),
  });

  return { checks, words, pairs, ownButtons, conditions, conditionWords, items, save };
})();
