import type { AttributeWords } from '../../server/engine/attributes';

export const deviceAttribute: AttributeWords = {
  class: 'device',
  categories: ['user-agent', 'device-id'],
  specific: [
    'device model',
    'device type',
    'device brand',
    'device os',
    'device class',
    'user agent',
    'ios',
    'iphone',
    'iphone user',
    'android user',
    'ios user',
    'mac user',
    'apple device',
    'phone model',
    'browser name',
    'referrer',
    'http referrer',
    'referer',
    'operating system',
  ],
  generic: [],
  not: ['device count', 'device driver', 'referrer policy'],
  examples: {
    yes: ['deviceModel', 'isIOS', 'visitor.userAgent', 'referrer', 'isMacUser'],
    no: ['device', 'deviceCount', 'referrerPolicy', 'model'],
  },
};
