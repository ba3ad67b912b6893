/**
 * A whole run leaves several hundred megabytes that nobody needs any more, and nothing collects them while the editor rests:
 * V8 is asked to, once the run is over.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long after a run: what waited for it is answered first. */
const REST = 2000;

let collect: (() => void) | undefined;

function giveBack(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** Twice: what the first pass finds unused is given back to the system with the second. */
export function collectSoon(): void {
  setTimeout(giveBack, REST).unref();
  setTimeout(giveBack, 2 * REST).unref();
}
