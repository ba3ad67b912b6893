import type { Category } from '../../server/engine/category';

export const sexualOrientation: Category = {
  id: 'sexual-orientation',
  title: 'sexual orientation',
  group: 'demographic',
  special: true,
  grave: false,
  identifies: 'quasi',
  specific: [
    'sexual orientation',
    'sexuality',
    'sexual preference',
    'sexual identity',
    'interested in gender',
    'is gay',
    'is lesbian',
    'is bisexual',
    'lgbt',
    'lgbtq',
    'sexuelle orientierung',
    'orientation sexuelle',
    'orientacion sexual',
    'orientamento sessuale',
    'seksuele geaardheid',
  ],
  generic: ['sex life'],
  not: ['screen orientation', 'page orientation', 'device orientation'],
  examples: {
    yes: ['sexualOrientation', 'user.sexuality', 'sexual_preference', 'profile.sexualIdentity'],
    no: ['orientation', 'screenOrientation', 'Page.orientation', 'sexualOrientationLabel', 'deviceOrientation'],
  },
};
