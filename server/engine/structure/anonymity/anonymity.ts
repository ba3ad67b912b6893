/** Names that promise that nobody in a set of rows can be recognised. */
import { wordsOf } from '../../words';

const HINT = /anonym|identif|open|public|research/i;
/** An anonymous user is one who has not signed in: the word alone promises nothing about rows. */
const CLAIM =
  /(^| )(anonymi[sz](e|ed|er|ing|ation)|anonymous (data|dataset|stat|statistic|export|report|record|response|row)|(de ?)identif(y|ied)|deidentification|open data|public (stat|statistic|dataset)|research (export|dataset))( |$)/;

/** The promise, in words; '' when there is none. */
export function anonymityIn(name: string): string {
  if (!HINT.test(name)) return '';
  const found = CLAIM.exec(wordsOf(name).join(' '));
  return found && !/^ ?identif/.test(found[0]) ? found[2] : '';
}

/** The same for counts: what is aggregated is held to be about nobody. */
export function aggregationIn(name: string): string {
  const [, found = ''] =
    /(?:^| )(aggregated?|aggregation)(?: |$)/.exec(/aggregat/i.test(name) ? wordsOf(name).join(' ') : '') ?? [];
  return found || anonymityIn(name);
}
