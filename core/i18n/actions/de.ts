import { phrase } from '../phrase';
import type { ActionSentences } from './en';

const said = (reason?: string) => reason && `(${reason})`;

export const actions: ActionSentences = {
  verbs: {
    accept: 'annehmen',
    unaccept: 'Annahme zurücknehmen',
    resolve: 'lösen',
    reopen: 'wieder öffnen',
    snooze: 'zurückstellen',
    assign: 'zuweisen',
    'add-responder': 'Bearbeiter hinzufügen',
    escalate: 'eskalieren',
    comment: 'kommentieren',
    create: 'Alarme anlegen',
    get: 'Alarme nachschlagen',
    'on-call': 'sagen, wer Bereitschaft hat',
  },
  arguments: {
    person: 'Person',
    policy: 'Eskalationsplan',
    schedule: 'Dienstplan',
    level: 'Stufe',
    minutes: 'Minuten',
    until: 'Bis',
    note: 'Notiz',
    title: 'Titel',
    description: 'Beschreibung',
    severity: 'Schweregrad',
    priority: 'Priorität',
    source: 'Alarmquelle',
    channel: 'Flashduty-Channel',
  },
  or: ' oder ',
  status: { open: 'offen', acknowledged: 'angenommen', resolved: 'gelöst' },
  done: {
    accept: () => 'Angenommen.',
    unaccept: () => 'Nicht mehr angenommen.',
    resolve: () => 'Gelöst.',
    reopen: () => 'Wieder geöffnet.',
    snooze: (v) => `${phrase('Zurückgestellt', v.until && `bis ${v.until}`)}.`,
    assign: (v) => `${phrase('Zugewiesen', v.to && `an ${v.to}`)}.`,
    'add-responder': (v) => `${phrase('Hinzugefügt:', v.to)}.`,
    escalate: (v) => `${phrase('Eskaliert', v.level !== undefined && `auf Stufe ${v.level}`)}.`,
    comment: () => 'Kommentar hinzugefügt.',
    create: (v) => phrase('Alarm angelegt:', v.title),
    get: (v) => `${v.title}: ${v.value}.`,
    'on-call': (v) =>
      v.who ? `Bereitschaft hat jetzt: ${v.who}.` : 'Niemand hat jetzt Bereitschaft.',
  },
  already: {
    accept: (v) => `${phrase('Schon angenommen', v.who && `von ${v.who}`)}.`,
    unaccept: () => 'Niemand hat ihn angenommen.',
    resolve: (v) => `${phrase('Schon gelöst', v.who && `von ${v.who}`)}.`,
    reopen: () => 'Er ist schon offen.',
    snooze: (v) => `${phrase('Schon zurückgestellt', v.until && `bis ${v.until}`)}.`,
    assign: (v) => `${phrase('Schon zugewiesen', v.to && `an ${v.to}`)}.`,
    'add-responder': (v) => `${phrase(v.to, 'bearbeitet ihn schon')}.`,
  },
  later: (v) => `${v.platform} hat den Auftrag angenommen und arbeitet daran.`,
  attributed: (v) => `${v.happened} (aus dem Chat)`,
  trouble: {
    unknown_platform: (v) => `Es gibt keine Alarmierungsplattform „${v.value}“.`,
    unknown_action: (v) => `Es gibt keine Aktion „${v.value}“.`,
    not_supported: (v) =>
      `${v.platform} kann das von außen nicht: ${v.action}. Möglich ist: ${v.value}.`,
    missing_argument: (v) => `Es fehlt etwas: ${v.field}.`,
    bad_argument: (v) => `${v.platform} kann mit der Angabe für ${v.field} nichts anfangen.`,
    no_alert: () => 'Niemand hat gesagt, welcher Alarm.',
    no_such_alert: (v) => `${v.platform} hat keinen Alarm ${v.value}.`,
    several_alerts: (v) => `${v.platform} hat mehrere offene Alarme mit der Nummer ${v.value}.`,
    no_such_person: (v) => `${v.platform} kennt niemanden als ${v.value}.`,
    already_resolved: (v) => `${phrase('Schon gelöst', v.who && `von ${v.who}`)}.`,
    no_credential: (v) => `Es gibt keinen Schlüssel für ${v.platform}.`,
    needs_user_key: (v) =>
      `Nur mit dem Schlüssel einer Alarmquelle nimmt ${v.platform}: ${v.value}.`,
    needs_integration_key: (v) =>
      `${v.platform} nimmt Kommentare nur mit dem Integrationsschlüssel der Alarmquelle.`,
    no_alert_key: (v) =>
      `Dieser Alarm hat keinen Alarmschlüssel, an dem allein ${v.platform} ihn hier fände.`,
    unauthorised: (v) => `${phrase(`${v.platform} nimmt den Schlüssel nicht`, said(v.reason))}.`,
    forbidden: (v) =>
      `${phrase(`Wem der Schlüssel gehört, darf das bei ${v.platform} nicht`, said(v.reason))}.`,
    refused: (v) => `${phrase(`${v.platform} hat abgelehnt`, said(v.reason))}.`,
    nothing_changed: (v) => `${v.platform} hat es angenommen, aber der Alarm steht wie zuvor.`,
    platform_unreachable: (v) =>
      `${phrase(`${v.platform} war nicht erreichbar`, said(v.reason))}: Es wurde nicht getan.`,
    unexpected_answer: (v) =>
      `${phrase(`Die Antwort ist keine von ${v.platform}`, said(v.reason))}.`,
    unknown: (v) =>
      `${phrase(`Die Antwort von ${v.platform} ging verloren`, said(v.reason))}: Niemand weiß, ob es getan wurde.`,
    no_webhook_api: (v) => `Bei ${v.platform} lassen sich Webhooks nicht von außen anlegen.`,
    no_list: (v) => `${v.platform} hat keine solche Liste.`,
  },
  hint: {
    missing_argument: 'Füll das Feld aus, oder sag es im Befehl.',
    bad_argument: 'Wähl es aus der Liste, oder lies in der Beschreibung des Felds, was es nimmt.',
    no_alert:
      'Schreib die Nummer des Alarms hinter den Befehl, oder verbinde einen Alarm mit dem Node.',
    no_such_alert: 'Prüf die Nummer, und ob der Schlüssel zum selben Konto gehört.',
    several_alerts: 'Nimm den Knopf auf der Karte oder die lange ID des Alarms.',
    no_such_person: 'Nimm eine E-Mail-Adresse oder eine ID aus der Liste der Personen dort.',
    already_resolved: 'Ist er wieder da, kommt ein neuer Alarm.',
    no_credential: 'Trag einen Schlüssel in die Zugangsdaten ein.',
    needs_user_key: 'Trag auch den API-Schlüssel einer Person in die Zugangsdaten ein.',
    needs_integration_key:
      'Trag auch den Integrationsschlüssel der Alarmquelle in die Zugangsdaten ein.',
    no_alert_key:
      'Trag den API-Schlüssel einer Person in die Zugangsdaten ein, oder setz Alarmschlüssel an der Quelle.',
    unauthorised:
      'Vielleicht ist der Schlüssel gelöscht oder gehört woandershin: Trag einen gültigen in die Zugangsdaten ein.',
    forbidden:
      'Gib der Person das Recht, Alarme zu bearbeiten, oder nimm den Schlüssel von jemandem, der es hat.',
    refused: 'Sieh in der Plattform nach, was im Weg steht.',
    nothing_changed: 'Vielleicht haben ihn auch andere angenommen, jede Person für sich.',
    platform_unreachable: 'Versuch es noch einmal, oder tu es in der Plattform selbst.',
    unexpected_answer: 'Prüf die Basis-URL in den Zugangsdaten und jeden Proxy auf dem Weg.',
    unknown: 'Sieh dir den Alarm in der Plattform an, bevor du es noch einmal versuchst.',
    not_supported: 'Tu es in der Plattform selbst.',
    no_webhook_api: 'Leg ihn von Hand an, mit der Adresse und dem Geheimnis dieses Nodes.',
  },
};
