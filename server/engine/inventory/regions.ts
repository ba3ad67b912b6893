/** Where a region name, a data centre or a host is, in the words a policy uses. Facts from the providers' own lists of regions. */

const NAMES: [RegExp, string][] = [
  [/^(eu|europe)(-|$)|^(westeurope|northeurope|germany|france|sweden|norway|italy|poland|spain)\w*$/, 'eu'],
  [/^uk-|^uk(south|west)$/, 'uk'],
  [/^switzerland/, 'ch'],
  [/^us(-|$)|^(east|west|central|northcentral|southcentral|westcentral)us\d?$|^(iad|sfo|lax|ord|dfw)\d?$/, 'us'],
  [/^ca(-|$)|^canada|^northamerica/, 'ca'],
  [/^(ap|asia|australia|japan|korea|india|southeastasia|eastasia)(-|\w*$)/, 'ap'],
  [/^(sa|southamerica|brazil)(-|\w*$)/, 'sa'],
  [/^(me|af|il|africa|uae|qatar)(-|\w*$)/, 'other'],
];

/** Region of a name such as "eu-central-1" or of a host such as "us.i.posthog.com"; '' when it tells nothing. */
export function regionOf(text: string): string {
  const value = text.toLowerCase().trim();
  const isHost = /[.:/]/.test(value);
  if (!isHost) return NAMES.find(([pattern]) => pattern.test(value))?.[1] ?? '';
  const host = value.replace(/^[a-z]+:\/\//, '').split(/[/?#]/)[0]!;
  for (const label of host.split('.').slice(0, -1)) {
    if (/^(eu|de|us)\d?$/.test(label)) return label.startsWith('us') ? 'us' : 'eu';
    const part =
      /(?:^|-)((?:eu|us|ap|sa|ca|me|af)-[a-z]+-\d)(?:-|$)/.exec(label)?.[1] ?? /^(?:[a-z]+-)(eu|us)\d?$/.exec(label)?.[1];
    if (part) return regionOf(part);
  }
  return '';
}
