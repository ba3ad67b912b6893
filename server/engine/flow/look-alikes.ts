/** Members that are called like something else: what stands beside one, or is read beside it, says what it is. */
import { memberOf } from '../link/type-parts';
import type { Type } from '../link/types';

export const POSTCODE = { category: 'postcode', trust: 3 as const };

export const isPinCode = (name: string): boolean => /^pin_?code$/i.test(name);

const PARTS_OF_ADDRESS = ['city', 'state', 'district', 'street', 'country', 'landmark', 'area', 'addressLine1', 'address_line1'];
const isPartOfAddress = (name: string): boolean => PARTS_OF_ADDRESS.includes(name);

/** In India a pin code is where somebody lives: it stands beside a city. */
export const isPostalCode = (type: Type, name: string): boolean =>
  isPinCode(name) && type.kind === 'object' && PARTS_OF_ADDRESS.some((part) => memberOf(type, part) !== null);

const isAddressOfClient = (name: string): boolean => /^client_?email$/i.test(name);
const isPrivateKey = (name: string): boolean => /^private_?key$/i.test(name);

/** Nobody reads the mail of a service account: its address stands beside the key it signs with. */
export const isMachine = (type: Type, name: string): boolean =>
  isAddressOfClient(name) && type.kind === 'object' && [...type.members().keys()].some(isPrivateKey);

/**
 * Evidence for a member in the light of what else is read from its owner.
 * @param beside names of the members that are read from the same value
 */
export function inCompany<T extends { category: string }>(
  evidence: T | null,
  name: string,
  beside: () => readonly string[],
): T | typeof POSTCODE | null {
  if (evidence && isPinCode(name) && beside().some(isPartOfAddress)) return POSTCODE;
  return evidence && isAddressOfClient(name) && beside().some(isPrivateKey) ? null : evidence;
}
