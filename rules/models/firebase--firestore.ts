import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { withUser } from './shared/snippets';

/** Documents are known by the annotation or converter only. */
export const firestore: Model = {
  id: 'firebase/firestore',
  title: 'Cloud Firestore',
  kind: 'database',
  packages: [
    'firebase/firestore',
    'firebase/firestore/lite',
    'firebase-admin/firestore',
    '@google-cloud/firestore',
    '@react-native-firebase/firestore',
  ],
  ...functions({
    ...each(
      ['getDoc', 'getDocs', 'addDoc', 'setDoc', 'updateDoc', 'deleteDoc', 'writeBatch', 'runTransaction', 'onSnapshot'],
      {},
    ),
    ...each(
      ['doc', 'collection', 'collectionGroup', 'query', 'where', 'orderBy', 'limit', 'getFirestore', 'serverTimestamp'],
      {},
    ),
  }),
  source: 'Firebase JavaScript SDK 12 documentation, firebase.google.com/docs/firestore (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { addDoc, collection, getFirestore } from 'firebase/firestore';",
        "console.log('stored', await addDoc(collection(getFirestore(), 'members'), { email: user.email }));",
      ),
    ],
  },
};
