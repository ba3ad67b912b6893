/** Families of other things than people, and segments that sort what is sold: what is written out tells. */
import { literals } from '../../link/type-parts';
import type { Type } from '../../link/types';
import { wordSet, wordsOf } from '../../words';

/** `family: 'software' | 'nursing'`: one of some that are written out, none of which is kin or a size. */
export function isOfNoKin(type: Type | undefined): boolean {
  const texts = type ? literals(type) : [];
  return texts.length > 1 && !texts.some((text) => wordsOf(text).some((word) => KIN.has(word) || /^\d/.test(word)));
}
const KIN = wordSet(
  'single married divorced widowed partner spouse wife husband child kid son daughter parent mother father sibling orphan joint head dependent ' +
    'alone couple family household small large yes no true false only',
);

/** `segment: 'sme' | 'individual'`: firms and people are offered other contracts. */
export const isOfContract = (type: Type | undefined): boolean =>
  type !== undefined && literals(type).some((text) => wordsOf(text).some((word) => FIRMS.has(word)));
const FIRMS = wordSet('sme smb business corporate corporation company enterprise commercial b2b wholesale government nonprofit');
