/** Regions by the names of eight providers and of database addresses. */
import { expect, test } from 'vitest';
import { regionOf, regionOfMember, regionUnder } from '../server/engine/inventory/regions';

test.each([
  [
    'AWS',
    {
      'us-east-1': 'us',
      'us-gov-west-1': 'us',
      'eu-central-1': 'eu',
      'eu-north-1': 'eu',
      'ca-central-1': 'ca',
      'ap-southeast-2': 'ap',
      'sa-east-1': 'sa',
      'me-south-1': 'other',
      'af-south-1': 'other',
    },
  ],
  [
    'Google Cloud',
    {
      'us-central1': 'us',
      'europe-west1': 'eu',
      EU: 'eu',
      'asia-northeast1': 'ap',
      'northamerica-northeast1': 'ca',
      'southamerica-east1': 'sa',
      'australia-southeast1': 'ap',
    },
  ],
  [
    'Azure',
    {
      eastus: 'us',
      westeurope: 'eu',
      northeurope: 'eu',
      uksouth: 'uk',
      germanywestcentral: 'eu',
      switzerlandnorth: 'ch',
      swedencentral: 'eu',
      canadacentral: 'ca',
      japaneast: 'ap',
      southeastasia: 'ap',
      brazilsouth: 'sa',
      centralindia: 'ap',
      uaenorth: 'other',
    },
  ],
  ['Supabase', { 'aws-0-eu-central-1.pooler.supabase.com:6543': 'eu', 'aws-0-us-east-1.pooler.supabase.com': 'us' }],
  [
    'Neon',
    {
      'ep-calm-sea-42.us-east-2.aws.neon.tech': 'us',
      'ep-x-1.eu-central-1.aws.neon.tech': 'eu',
      'ep-y-2.eastus2.azure.neon.tech': 'us',
    },
  ],
  ['MongoDB Atlas', { US_EAST_1: 'us', EU_WEST_1: 'eu', EUROPE_WEST_3: 'eu' }],
  ['Vercel', { iad1: 'us', fra1: 'eu', cdg1: 'eu', lhr1: 'uk', hnd1: 'ap', gru1: 'sa', cpt1: 'other', yul1: 'ca' }],
  ['Cloudflare', { eu: 'eu', weur: 'eu', enam: 'us', apac: 'ap', fedramp: 'us' }],
  [
    'database addresses',
    {
      'postgres://a:b@db.eu-west-1.rds.amazonaws.com:5432/x': 'eu',
      'mysql://a@aws.connect.psdb.cloud/x': '',
      'redis://x.us-east-1-2.ec2.cloud.redislabs.com:1': 'us',
    },
  ],
  [
    'Cosmos DB',
    {
      'East US': 'us',
      'West Europe': 'eu',
      'UK South': 'uk',
      'https://club-japaneast.documents.azure.com:443/': 'ap',
      'https://club-backup.documents.azure.com/': '',
    },
  ],
  ['MongoDB Atlas clusters', { 'mongodb+srv://app@cluster0.ab1cd.mongodb.net/club': '' }],
  ['names that are none', { 'en-US': '', main: '', production: '', 'user-east': '', europa: '' }],
])('%s', (_, expected) => {
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, regionOf(name)]))).toEqual(expected);
});

test('what a location hint of Cloudflare means, it means there only', () => {
  expect(['wnam', 'weur', 'oc', 'sam', 'afr', 'me'].map((hint) => regionUnder('locationHint', hint))).toEqual([
    'us',
    'eu',
    'ap',
    'sa',
    'other',
    'other',
  ]);
  expect(regionUnder('location', 'me')).toBe('');
  expect(regionUnder('locationHint', 'constructor')).toBe('');
});

test('constants of a provider name its regions', () => {
  expect(regionOfMember('FunctionRegion', 'ApNortheast1')).toBe('ap-northeast-1');
  expect(regionOfMember('Region', 'EU_WEST_3')).toBe('eu-west-3');
  expect(regionOfMember('FunctionRegion', 'Any')).toBe('');
  expect(regionOfMember('Theme', 'UsEast1')).toBe('');
});
