import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

/** The question that a phone asks for an app: whether it may follow a person across other apps and sites. */
export const expoTrackingTransparency: Model = {
  id: 'expo-tracking-transparency',
  title: 'App tracking transparency',
  ...consentTool({
    packages: ['expo-tracking-transparency', 'react-native-tracking-transparency'],
    answers: [
      'requestTrackingPermissionsAsync',
      'getTrackingPermissionsAsync',
      'useTrackingPermissions',
      'requestTrackingPermission',
      'getTrackingStatus',
    ],
  }),
  source:
    'docs.expo.dev/versions/latest/sdk/tracking-transparency (status, granted); react-native-tracking-transparency 0.1 (from memory, 2026-11)',
  examples: {
    finds: [
      `import { requestTrackingPermissionsAsync } from 'expo-tracking-transparency';
import { Settings } from 'react-native-fbsdk-next';
export async function start() {
  await requestTrackingPermissionsAsync();
  Settings.initializeSDK(); // ! tracking-without-consent
}
void start();`,
    ],
    silent: [
      `import { requestTrackingPermissionsAsync } from 'expo-tracking-transparency';
import { Settings } from 'react-native-fbsdk-next';
export async function start() {
  const { status } = await requestTrackingPermissionsAsync();
  if (status === 'granted') Settings.initializeSDK();
}
void start();`,
      `import { requestTrackingPermission } from 'react-native-tracking-transparency';
import { Settings } from 'react-native-fbsdk-next';
export async function start() {
  const answer = await requestTrackingPermission();
  if (answer !== 'authorized') return;
  Settings.initializeSDK();
}
void start();`,
    ],
  },
};
