/** The names values are given: `const SignUp = z.object(…)` and `{ address: z.object(…) }`, seen through chains and lists. */
import { EntryKind, Kind, NONE } from '../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../link/reader';

/** Keys of a query under which names of fields stand. */
export const SELECTING = /^(?:select|include|omit|where|orderBy|by|having|AND|OR|NOT|pick|columns)$/;

/** Attributes whose text names or labels a field, and reads nothing. */
const LABELLING = /^(?:name|id|htmlFor|for|autoComplete|autocomplete|type|label|placeholder|key|testid|data-testid|aria-\w+)$/;

export function holdersOf(reader: Reader): { holders: Map<number, string>; labels: Set<number> } {
  const holders = new Map<number, string>();
  const labels = new Set<number>();
  const { names, functions } = reader.module;
  const slots = functions.find((own) => own.first === reader.first)?.slots ?? [];
  const give = (value: number, name: string): void => {
    if (value !== NONE && name !== '' && !holders.has(value)) holders.set(value, name);
  };
  for (let i = reader.count - 1; i >= 0; i--) {
    switch (kindAt(reader, i)) {
      case Kind.Store:
        give(operandAt(reader, i, 1), slots[operandAt(reader, i, 0)]?.name ?? '');
        break;
      case Kind.Object:
        for (let n = 0; n < operandCount(reader, i); n += 3)
          if (operandAt(reader, i, n) === EntryKind.Static) give(operandAt(reader, i, n + 2), names[operandAt(reader, i, n + 1)]);
        break;
      case Kind.Call: {
        const name = holders.get(i) ?? '';
        give(operandAt(reader, i, 0), name);
        for (let n = 4; n < operandCount(reader, i); n++) {
          const argument = operandAt(reader, i, n);
          if (argument !== NONE && kindAt(reader, argument) === Kind.Call) give(argument, name);
        }
        break;
      }
      case Kind.Element:
        for (let n = 0; n < operandAt(reader, i, 2); n++)
          if (
            operandAt(reader, i, 3 + n * 3) !== EntryKind.Spread &&
            LABELLING.test(names[operandAt(reader, i, 4 + n * 3)] ?? '')
          )
            labels.add(operandAt(reader, i, 5 + n * 3));
        break;
    }
  }
  return { holders, labels };
}
