/** Scripts of consent tools that keep trackers from being loaded until somebody agrees: `<script src="…/uc.js" data-blockingmode="auto">`. */
import { EntryKind, Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { once } from '../../remember';
import type { Control, Spot } from '../guards/control';
import { placesNamed, type NamedPlace } from './named-places';

interface Blocker extends NamedPlace {
  words: string;
}

/** The tool that blocks what is loaded at a place, or ''. */
export function createBlockers(control: Control, silent: ReadonlySet<number>): (site: Spot) => string {
  const { program, engine } = control;
  const tools = engine.matcher.models.flatMap(({ title, consent }) =>
    Object.entries(consent?.blocks ?? {}).map(([address, attribute]) => ({ title, address, attribute })),
  );
  const blockers = once(() => {
    const isAddress = program.names.test((name) => name.length < 300 && tools.some(({ address }) => name.includes(address)));
    const found: Blocker[] = [];
    for (const place of placesNamed(control, silent, isAddress)) {
      const said = saidBy(control, place);
      const tool = tools.find(
        ({ address, attribute }) =>
          [...said].some(([name, text]) => /^(data-)?src$/.test(name) && text.includes(address)) &&
          (attribute === '' || said.get(attribute.split('=')[0]) === attribute.split('=')[1]),
      );
      if (tool) found.push({ ...place, words: `blocked by ${tool.title}` });
    }
    return found;
  });

  return (site) => {
    const module = program.moduleOf[site.fn];
    const isPage = program.modules[module].path.endsWith('.html');
    const blocker = blockers().find((one) =>
      one.module === module
        ? // What comes before it is loaded before it.
          one.fn !== site.fn || one.ordinal < site.ordinal
        : !isPage && isShell(program.modules[one.module].path),
    );
    return blocker?.words ?? '';
  };
}

/** What stands around every page of an application; one page among others blocks only its own. */
const isShell = (path: string): boolean => !path.endsWith('.html') || /(^|\/)(index|app)\.html$/.test(path);

/** The texts of the attributes of an element, or of the members of an object (`head: { script: [{ src }] }`). */
function saidBy(control: Control, { fn, ordinal: i }: Spot): Map<string, string> {
  const reader = control.reader(fn);
  const out = new Map<string, string>();
  const kind = kindAt(reader, i);
  const keep = (name: number, value: number): void => {
    const text = value === NONE ? null : control.text(fn, value);
    if (name !== NONE && text !== null) out.set(reader.module.names[name], text);
  };
  if (kind === Kind.Element)
    for (let n = 0; n < operandAt(reader, i, 2); n++)
      if (operandAt(reader, i, 3 + n * 3) === EntryKind.Static)
        keep(operandAt(reader, i, 4 + n * 3), operandAt(reader, i, 5 + n * 3));
  if (kind === Kind.Object)
    for (let n = 0; n < operandCount(reader, i); n += 3)
      if (operandAt(reader, i, n) === EntryKind.Static) keep(operandAt(reader, i, n + 1), operandAt(reader, i, n + 2));
  return out;
}
