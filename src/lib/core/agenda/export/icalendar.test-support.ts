/** Reads a calendar file as RFC 5545 says, and refuses what it does not. */

export type ReadCalendar = {
  readonly properties: ReadonlyMap<string, string>;
  readonly events: readonly ReadonlyMap<string, string>[];
};

/** Throws on half a character. */
const octets = (text: string): number => encodeURIComponent(text).replace(/%[0-9A-F]{2}/gu, '_').length;

const unescaped = (value: string): string => {
  const sign: Readonly<Record<string, string>> = { '\\': '\\', ';': ';', ',': ',', n: '\n', N: '\n' };
  return value.replace(/\\(.?)|[;,]/gsu, (found, after: string | undefined) => {
    const read = after === undefined ? undefined : sign[after];
    if (read === undefined) throw new Error(`unescaped ${found}`);
    return read;
  });
};

const TEXTS = new Set(['SUMMARY', 'LOCATION', 'DESCRIPTION', 'X-WR-CALNAME']);

export const readCalendar = (text: string): ReadCalendar => {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\p{Cc}\ufffe]/u.test(line)) throw new Error(`a control character in ${JSON.stringify(line)}`);
    if (octets(line) > 75) throw new Error(`${octets(line)} octets`);
    if (line === '' || line === ' ') throw new Error('an empty line');
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (line.startsWith(' ')) lines.push(`${lines.pop() ?? ''}${line.slice(1)}`);
    else lines.push(line);
  }
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR') throw new Error('no calendar');
  const properties = new Map<string, string>();
  const events: Map<string, string>[] = [];
  let into = properties;
  for (const line of lines.slice(1, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+):(.*)$/su.exec(line) ?? [];
    if (name === '') throw new Error(`no property: ${line}`);
    if (name === 'BEGIN') {
      if (into !== properties || value !== 'VEVENT') throw new Error(line);
      into = new Map();
    } else if (name === 'END') {
      if (into === properties || value !== 'VEVENT') throw new Error(line);
      for (const needed of ['UID', 'DTSTAMP', 'DTSTART'])
        if (!into.has(needed)) throw new Error(`no ${needed}`);
      events.push(into);
      into = properties;
    } else {
      if (into.has(name)) throw new Error(`${name} twice`);
      if (/^DT/u.test(name) && !/^\d{8}T\d{6}Z$/u.test(value)) throw new Error(`${name} is no UTC time`);
      into.set(name, TEXTS.has(name) ? unescaped(value) : value);
    }
  }
  if (into !== properties) throw new Error('an event does not end');
  for (const needed of ['VERSION', 'PRODID']) if (!properties.has(needed)) throw new Error(`no ${needed}`);
  return { properties, events };
};
