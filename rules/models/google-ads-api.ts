import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const uploads = [
  'uploadClickConversions',
  'uploadCallConversions',
  'uploadConversionAdjustments',
  'addOfflineUserDataJobOperations',
  'uploadUserData',
];
const api = surface({ classes: { GoogleAdsApi: 'api' } });

/** Customer match and enhanced conversions: identifiers are hashed without a key so that the recipient can match them. */
export const googleAdsApi: Model = {
  id: 'google-ads-api',
  title: 'Google Ads API',
  kind: 'ads',
  vendor: 'Google Ads',
  hosts: ['googleads.googleapis.com'],
  packages: ['google-ads-api'],
  exports: api.exports,
  types: {
    ...api.types,
    api: { members: { Customer: { returns: 'customer', config: 0 } } },
    customer: {
      members: {
        conversionUploads: 'service',
        conversionAdjustmentUploads: 'service',
        offlineUserDataJobs: 'service',
        userData: 'service',
      },
    },
    service: { members: each(uploads, sends(['0'])) },
  },
  source: 'google-ads-api 21 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { GoogleAdsApi } from 'google-ads-api';\nconst customer = new GoogleAdsApi({}).Customer({});",
        'await customer.userData.uploadUserData({ operations: [{ create: user.email }] }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { GoogleAdsApi } from 'google-ads-api';\nconst customer = new GoogleAdsApi({}).Customer({});",
        'await customer.conversionUploads.uploadClickConversions({ conversions: [{ order_id: orderId }] });',
      ),
    ],
  },
};
