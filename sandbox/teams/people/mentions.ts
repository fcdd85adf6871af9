/** A line as somebody types it, and as Teams writes it down. */
export interface Written {
  /** With mentions between `<at>` and `</at>`, and what means something in HTML escaped. */
  text: string;
  /** Who is mentioned, each once. */
  mentioned: string[];
}

/** Reads `@Alertwire ack 42`; only those who are here can be mentioned. */
export function write(line: string, here: readonly string[]): Written {
  const mentioned = new Set<string>();
  const pattern = new RegExp(`(?<![\\w@])@(${here.join('|')})(?![\\w])`, 'gi');
  const text = escaped(line).replace(here.length > 0 ? pattern : /(?!)/, (_, typed: string) => {
    const name = here.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed;
    mentioned.add(name);
    return `<at>${name}</at>`;
  });
  return { text, mentioned: [...mentioned] };
}

/** The same as the web client's HTML, which comes along as an attachment. */
export function htmlOf(text: string): string {
  let count = 0;
  const html = text.replace(/<at>(.*?)<\/at> ?/g, (_, name: string) => {
    const span = `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${count}">`;
    count += 1;
    return `${span}${name}</span>&nbsp;`;
  });
  return `<p>${html}</p>`;
}

function escaped(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
