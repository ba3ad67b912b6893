import type { Category } from '../../server/engine/category';

export const userAgent: Category = {
  id: 'user-agent',
  title: 'browser or device description',
  group: 'device-online',
  special: false,
  grave: false,
  identifies: 'quasi',
  specific: [
    'user agent',
    'user agent string',
    'useragent',
    'browser user agent',
    'ua string',
    'device model name',
    'http user agent',
    'device info string',
  ],
  generic: ['ua', 'device model', 'device name', 'browser name'],
  not: ['ai agent', 'agent name'],
  examples: {
    yes: ['userAgent', 'user_agent', 'visitor.deviceModel', 'uaString', 'clientUserAgent'],
    no: ['agent', 'userAgentParser', 'deviceModel', 'ua', 'aiAgent', 'navigator.userAgent', 'UserAgentData', 'userAgentRegex'],
  },
};
