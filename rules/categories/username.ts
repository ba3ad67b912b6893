import type { Category } from '../../server/engine/category';

export const username: Category = {
  id: 'username',
  title: 'user name',
  group: 'name',
  special: false,
  grave: false,
  identifies: 'direct',
  specific: [
    'user name',
    'login name',
    'user login',
    'account user name',
    'gamer tag',
    'benutzername',
    'anmeldename',
    'nom utilisateur',
    'identifiant connexion',
    'nombre usuario',
    'nome utente',
    'gebruikersnaam',
  ],
  generic: ['handle', 'login', 'alias', 'pseudo', 'usuario', 'user handle', 'screen name'],
  not: ['file handle', 'window handle', 'event handle', 'directory handle', 'shell login'],
  examples: {
    yes: ['username', 'userName', 'login_name', 'Member.handle', 'User.screenName', 'benutzername'],
    no: ['handle', 'screenName', 'fileHandle', 'usernameField', 'handleClick', 'isUsernameTaken', 'Route.handle', 'login'],
  },
};
