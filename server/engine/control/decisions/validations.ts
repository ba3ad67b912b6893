/** Conditions that only turn wrong input away: with an error on one side, they decide nothing about whoever goes on. */
import { Kind, NONE } from '../../ir';
import type { Body } from '../bodies';
import { reachedFrom } from '../cfg';
import { argumentsOf, entriesOf } from '../parts';

/** Larger functions are not asked. */
const MOST_BLOCKS = 120;

/** Once ways that end in an error are left out, whether the act is done does not hang on the condition, at any level. */
export function onlyValidates(body: Body, condition: number, act: number): boolean {
  const cfg = body.cfg();
  const { out, blockOf } = cfg;
  // What chooses a value that is handed over decides nothing about whether it is.
  if (out.length > MOST_BLOCKS || !body.conditions(blockOf[act], 0).includes(condition)) return false;
  const ends = out.map((edges, block) => edges.length === 0 && !isError(body, block));
  /** From the block a way that is no error leads on, without passing `barred`. */
  const goesOn = (from: number, barred: number): boolean =>
    from !== barred && [...reachedFrom(cfg, from, ({ to }) => to === barred)].some((block) => ends[block]);
  const controls = (over: number, block: number): boolean => {
    const next = out[over].map(({ to }) => to).filter((to) => to === block || goesOn(to, NONE));
    return next.some((to) => to === block || !goesOn(to, block)) && next.some((to) => to !== block && goesOn(to, block));
  };
  const deciding = new Set<number>();
  const queue = [blockOf[act]];
  for (const block of queue)
    for (let over = 0; over < out.length; over++) {
      if (over === block || out[over].length < 2 || deciding.has(over) || !controls(over, block)) continue;
      deciding.add(over);
      queue.push(over);
    }
  return ![...deciding].some((block) => out[block].some((edge) => edge.condition === condition));
}

/** The block leaves the function by throwing, or with a status of 400 and more. */
function isError(body: Body, block: number): boolean {
  const { starts } = body.cfg();
  const end = block + 1 < starts.length ? starts[block + 1] : body.reader.count;
  for (let i = starts[block]; i < end; i++) {
    if (body.kind(i) === Kind.Throw) return true;
    // The call may stand in the block before, where it can throw.
    const answer = body.kind(i) === Kind.Return ? body.operand(i, 0) : i;
    if (answer !== NONE && body.kind(answer) === Kind.Call && isFailure(body, answer)) return true;
  }
  return false;
}

function isFailure(body: Body, call: number): boolean {
  const isStatus = /^(status|code|sendStatus|error)$/.test(body.name(call, 1));
  return argumentsOf(body, call).some(
    (given) =>
      (isStatus && isBad(body, given)) ||
      entriesOf(body, given).some(({ name, value }) => /^status(Code)?$/.test(name) && isBad(body, value)),
  );
}

const isBad = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Const && Number(body.name(value, 1)) >= 400 && Number(body.name(value, 1)) < 600;
