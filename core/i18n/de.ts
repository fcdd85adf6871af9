import { actions } from './actions/de';
import type { Happening, Sentences } from './en';
import { phrase } from './phrase';

const plural = new Intl.PluralRules('de');
const number = new Intl.NumberFormat('de');
const count = (value: number, one: string, other: string): string =>
  `${number.format(value)} ${plural.select(value) === 'one' ? one : other}`;

const by = (who?: string) => who && `von ${who}`;
const to = (name?: string) => name && `an ${name}`;
const after = (duration?: string) => duration && `nach ${duration}`;
const levelOf = (level?: number) => level !== undefined && `auf Stufe ${level}`;
const fromTo = (from?: string, value?: string) =>
  phrase(from !== undefined && value !== undefined && `von ${from}`, value && `auf ${value}`);

export const de: Sentences = {
  languageName: 'Deutsch',
  untitled: 'Alarm ohne Titel',
  headline: (v) => `${v.happened}: ${v.title}`,
  andMore: (v) => `+ ${number.format(v.count)} weitere`,
  andEarlier: (v) => `+ ${number.format(v.count)} frühere`,

  severity: {
    critical: 'Kritisch',
    high: 'Hoch',
    warning: 'Warnung',
    info: 'Info',
    unknown: 'Unbekannt',
  },
  severityInSentence: {
    critical: 'kritisch',
    high: 'hoch',
    warning: 'Warnung',
    info: 'Info',
    unknown: undefined,
  },

  happened: {
    created: (v: Happening) =>
      phrase(
        'Neuer Alarm',
        v.severity && `(${v.severity})`,
        v.source && `aus ${v.source}`,
        v.to && `für ${v.to}`,
      ),
    escalated: (v) => phrase('Eskaliert', to(v.to), levelOf(v.level), by(v.who)),
    'escalation-ended': (v) =>
      phrase('Eskalation zu Ende, niemand hat angenommen', v.after && `seit ${v.after}`),
    assigned: (v) => phrase('Zugewiesen', to(v.to), by(v.who)),
    accepted: (v) => phrase('Angenommen', by(v.who), after(v.after)),
    unaccepted: (v) => phrase('Nicht mehr angenommen', v.who && `(zurückgegeben von ${v.who})`),
    resolved: (v) => phrase('Gelöst', by(v.who), after(v.after)),
    resolvedByItself: (v) => phrase('Automatisch gelöst', after(v.after)),
    reopened: (v) => phrase('Wieder geöffnet', by(v.who)),
    snoozed: (v) => phrase('Zurückgestellt', by(v.who), v.until && `bis ${v.until}`),
    unsnoozed: (v) => phrase('Nicht mehr zurückgestellt', v.who && `(durch ${v.who})`),
    'not-accepted': (v) => phrase('Niemand hat angenommen', v.after && `seit ${v.after}`),
    'not-resolved': (v) => phrase('Noch nicht gelöst', after(v.after)),
    'priority-changed': (v) => phrase('Priorität geändert', fromTo(v.from, v.value), by(v.who)),
    'responder-added': (v) => phrase('Helfer', v.to, 'hinzugefügt', by(v.who)),
    'responder-removed': (v) => phrase('Helfer', v.to, 'entfernt', by(v.who)),
    'comment-added': (v) => phrase('Kommentar', by(v.who)),
    updated: (v) => phrase('Geändert', v.field, fromTo(v.from, v.value), by(v.who)),
    merged: (v) => phrase('Mit einem anderen Alarm zusammengeführt', by(v.who)),
    deleted: (v) => phrase('Gelöscht', by(v.who)),
    'channel-attached': (v) => phrase('Chat-Kanal verbunden', by(v.who)),
    'channel-detached': (v) => phrase('Chat-Kanal getrennt', by(v.who)),
    'custom-action': (v) => phrase('Aktion ausgeführt', by(v.who)),
    test: () => 'Verbindungstest',
    other: (v) => phrase('Ereignis', v.rawType && `„${v.rawType}“`),
  },

  fact: {
    source: 'Quelle',
    severity: 'Schweregrad',
    priority: 'Priorität',
    assignedTo: 'Zugewiesen an',
    acceptedBy: 'Angenommen von',
    resolvedBy: 'Gelöst von',
    escalation: 'Eskalation',
    started: 'Beginn',
    duration: 'Dauer',
    snoozedUntil: 'Zurückgestellt bis',
    group: 'Alarme in der Gruppe',
  },
  level: (v) => `Stufe ${v.level}`,
  groupCut: (v) => `${v.size} (${number.format(v.missing)} nicht aufgeführt)`,
  automatically: 'Automatisch',

  section: { timeline: 'Verlauf', labels: 'Labels', links: 'Links', image: 'Bild' },
  openAlert: (v) => `In ${v.platform} öffnen`,
  openAlertAnywhere: 'Alarm öffnen',
  emptyText: '(leere Nachricht)',

  dropped: {
    labels: (v) => count(v.count, 'Label', 'Labels'),
    facts: (v) => count(v.count, 'Angabe', 'Angaben'),
    links: (v) => count(v.count, 'Link', 'Links'),
    images: (v) => count(v.count, 'Bild', 'Bilder'),
    timeline: (v) => count(v.count, 'Eintrag des Verlaufs', 'Einträge des Verlaufs'),
    description: 'Beschreibung',
    descriptionCut: (v) => `Beschreibung nach ${number.format(v.at)} Zeichen gekürzt`,
    titleCut: (v) => `Titel nach ${number.format(v.at)} Zeichen gekürzt`,
    textCut: (v) => `Text nach ${number.format(v.at)} Zeichen gekürzt`,
    alertLink: 'Link zum Alarm: keine brauchbare Web-Adresse',
    footer: 'Kleingedrucktes',
    mention: (v) => `Erwähnung „${v.mention}“: keine ID, die ${v.chat} kennt`,
    mentions: (v) => count(v.count, 'Erwähnung', 'Erwähnungen'),
    chat: (v) => `alles: es gibt keinen Chat „${v.chat}“ mit dem Transport „${v.transport}“`,
  },

  skipped: {
    cannotChange:
      'Dieses Ereignis ändert nur eine Karte, die es schon gibt, und ein Incoming Webhook kann keine gesendete Nachricht ändern.',
    noCard: 'Dieses Ereignis ändert nur eine Karte, die es schon gibt, und es gibt keine.',
    dropped: 'Der Filter hat dieses Ereignis verworfen.',
    preview: 'Dies ist eine Vorschau: Es wurde nichts gesendet.',
    notDone: 'Die Aktion wurde nicht ausgeführt, darum bleibt die Karte, wie sie ist.',
    noAlert: 'Es gibt keinen Alarm zu zeigen: Nur wer gefragt hat, bekommt Antwort.',
  },
  delivered: {
    superseded:
      'Ein neuerer Stand dieses Alarms war schon bekannt; das Ereignis ergänzt nur eine Zeile.',
    newer: 'Es wird zusammen mit einem neueren Ereignis desselben Alarms gezeigt.',
    known: 'Dasselbe Ereignis war schon bekannt.',
    elsewhere: 'Ein anderer Durchlauf zeigt diesen Alarm gerade.',
    deferred: 'Der Kanal nimmt gerade keine Nachrichten mehr an; die Karte wird später gezeigt.',
    wasGone: 'Die Nachricht war verschwunden, deshalb wurde eine neue gesendet.',
    mayBeTwice:
      'Ob eine frühere Nachricht angekommen ist, ist nicht bekannt, und dieser Chat kann es nicht sagen: Es können zwei sein.',
    replyFailed: (v) => `Die Karte wurde geändert, aber die Antwort schlug fehl: ${v.why}`,
    inDigest: (v) =>
      `Viele Alarme kamen auf einmal: gezeigt in einer Nachricht mit ${count(v.count, 'Alarm', 'Alarmen')}.`,
    storeUnavailable:
      'store: unavailable. Die Nachricht wurde trotzdem gesendet; es wurde nicht geprüft, ob es zu dem Alarm schon eine gibt.',
  },
  digest: {
    title: (v) => `${count(v.count, 'Alarm', 'Alarme')} auf einmal`,
    standing: (v) =>
      `${number.format(v.open)} offen, ${number.format(v.accepted)} angenommen, ${number.format(v.resolved)} gelöst`,
  },
  answering: {
    working: 'Ist unterwegs …',
  },
  answers: {
    button: {
      accept: 'Annehmen',
      unaccept: 'Zurückgeben',
      resolve: 'Lösen',
      reopen: 'Wieder öffnen',
      escalate: 'Eskalieren',
      snooze: 'Zurückstellen',
      note: 'Notiz',
      snoozeFor: (v) =>
        v.minutes % 60 === 0
          ? count(v.minutes / 60, 'Stunde', 'Stunden')
          : count(v.minutes, 'Minute', 'Minuten'),
    },
    refused: {
      malformed: {
        message: 'Diese Schaltfläche ist keine von uns.',
        hint: 'Nutze die Schaltflächen der neuesten Karte des Alarms.',
      },
      wrongKey: {
        message:
          'Diese Schaltfläche stammt von einer anderen Installation, oder ihr Signaturschlüssel wurde gewechselt.',
        hint: 'Nutze die neueste Karte des Alarms; Sender und Antwort-Trigger brauchen denselben Signaturschlüssel.',
      },
      expired: {
        message: 'Diese Schaltfläche ist abgelaufen.',
        hint: 'Nutze die neueste Karte des Alarms, oder handle in der Bereitschaftsplattform.',
      },
      otherChannel: {
        message: 'Diese Schaltfläche gehört zu einer Karte in einem anderen Kanal.',
        hint: 'Nutze die Karte in dem Kanal, in dem sie steht.',
      },
    },
    link: {
      ask: 'Ausführen? Die Karte im Chat zeigt, was daraus wurde.',
      yourName: 'Dein Name, fürs Protokoll',
      done: 'Deine Antwort ist unterwegs. Die Karte im Chat zeigt, was daraus wurde.',
      failed: 'Das ging nicht',
      usedUp: 'Dieser Link wurde schon benutzt. Die Karte im Chat zeigt, was daraus wurde.',
      wrongMethod: 'Öffne den Link der Karte in einem Browser.',
    },
    help: {
      all: (v) =>
        [
          'Was du schreiben kannst:',
          `${v.command} accept 4711`,
          `${v.command} resolve 4711 was es war`,
          `${v.command} snooze 4711 30m`,
          `${v.command} escalate 4711`,
          `${v.command} assign 4711 ada@example.com`,
          `${v.command} comment 4711 was ich sehe`,
          `${v.command} get 4711`,
          `${v.command} create Die Kasse steht`,
          `${v.command} oncall`,
        ]
          .map((line) => line.trim())
          .join('\n'),
      noAlert: (v) =>
        `Welcher Alarm? Schreibe seine Nummer dazu: ${phrase(v.command, v.action, '4711')}`,
      noTitle: (v) =>
        `Was ist passiert? Schreibe es dahinter: ${phrase(v.command, 'create', 'Die Kasse steht')}`,
    },
  },
  controls: {
    dropped: (v) => count(v.count, 'Schaltfläche', 'Schaltflächen'),
    noAddress: (v) =>
      `${count(v.count, 'Schaltfläche', 'Schaltflächen')}: nichts sagt, wohin Klicks gehen`,
    cancel: 'Abbrechen',
    send: 'OK',
    noteHint: 'Was es war',
    noDialog: {
      message: 'Der Dialog ließ sich nicht öffnen.',
      hint: 'Drücke die Schaltfläche noch einmal.',
    },
  },
  actions,
  acceptedOnly: (v) => `Angenommen, aber noch nicht bestätigt: ${v.reason}`,
};
