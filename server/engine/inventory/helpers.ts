/** Functions of the project whose names say that they ask for consent or protect data: what `init` writes into a policy. */
import { asksOnly, stateOfName } from '../flow/names';
import type { Program } from '../link/program';
import type { Helpers } from '../rule/inventory';
import { wordsOf } from '../words';

const CONSENT =
  /^(?:has|is|get|check|require|ensure|with|use)?(?:Analytics|Marketing|Cookie|Tracking|User)?(?:Consent|OptedIn|OptIn|CookiesAccepted|TrackingAllowed)(?:Given|For|Granted)?$/i;

/** A survey shows a `Consent` question; what asks for a choice is a function. */
const isComponent = (name: string): boolean => /^[A-Z]/.test(name);

/** A function that masks begins with what it does: `customersRedact` handles a request to redact, `isMasked` only asks. */
const MASKS = /^(?:get|to|with|apply)?(?:mask|redact|scrub|obfuscate|anonymi[sz]e|censor|hide|strip)/i;

/** What cleans text of markup (`sanitizeFileName`) masks nobody: writing it into a policy would make it count as such for good. */
export function helpersOf(program: Program, silent: ReadonlySet<number>): Helpers {
  const found = {
    consent: new Set<string>(),
    masking: new Set<string>(),
    encryption: new Set<string>(),
    keyedHash: new Set<string>(),
  };
  for (const [module, ir] of program.modules.entries()) {
    if (silent.has(module)) continue;
    const exported = new Set(ir.exports.filter((entry) => entry.specifier === '').map((entry) => entry.name));
    for (const own of ir.functions) {
      if (own.parent !== 0 || own.name === '' || !exported.has(own.name)) continue;
      if (CONSENT.test(own.name) && !isComponent(own.name)) found.consent.add(own.name);
      const words = wordsOf(own.name);
      const state = stateOfName(own.name);
      if (state === 'masked' && own.parameters.length > 0 && MASKS.test(own.name)) found.masking.add(own.name);
      if (state === 'encrypted' && !asksOnly(own.name)) found.encryption.add(own.name);
      if (words.includes('pseudonym') || words[0] === 'pseudonymize' || words[0] === 'pseudonymise')
        found.keyedHash.add(own.name);
    }
  }
  const sorted = (names: Set<string>): string[] => [...names].sort();
  const { consent, masking, encryption, keyedHash } = found;
  for (const name of keyedHash) masking.delete(name);
  return { consent: sorted(consent), masking: sorted(masking), encryption: sorted(encryption), keyedHash: sorted(keyedHash) };
}
