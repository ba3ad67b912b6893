import { describe, expect, test } from 'vitest';
import { categories } from '../rules/categories';
import { createClassifier } from '../server/engine/classify';
import { wordsOf } from '../server/engine/words';

const classifier = createClassifier(categories);

/** "Customer.address" or "email" → the category it is surely evidence of, or null. */
function reported(example: string): string | null {
  const dot = example.indexOf('.');
  const evidence = classifier.field(dot === -1 ? null : example.slice(0, dot), example.slice(dot + 1));
  return evidence === null || evidence.strength === 'possible' ? null : evidence.category;
}

describe('the examples of every category', () => {
  for (const category of categories) {
    test(category.id, () => {
      expect(category.examples.yes.length).toBeGreaterThanOrEqual(4);
      expect(category.examples.no.length).toBeGreaterThanOrEqual(4);
      expect(category.examples.yes.filter((example) => reported(example) !== category.id)).toEqual([]);
      expect(category.examples.no.filter((example) => reported(example) === category.id)).toEqual([]);
    });
  }
});

describe('the lists', () => {
  test('phrases are written as names are split: lower case, plain letters, singular', () => {
    const phrases = categories.flatMap((category) => [...category.specific, ...category.generic, ...category.not]);
    expect(phrases.filter((phrase) => wordsOf(phrase).join(' ') !== phrase)).toEqual([]);
  });

  test('no phrase belongs to two categories, or is both wanted and excluded in one', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const category of categories) {
      for (const phrase of [...category.specific, ...category.generic]) {
        if (owners.has(phrase)) clashes.push(`${phrase}: ${owners.get(phrase)} and ${category.id}`);
        if (category.not.includes(phrase)) clashes.push(`${phrase}: in and out of ${category.id}`);
        owners.set(phrase, category.id);
      }
    }
    expect(clashes).toEqual([]);
  });

  test('ids are unique and sorted', () => {
    const ids = categories.map((category) => category.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});

/** Names by the category they must be reported as; "none" must not be reported at all, not even for a person's field. */
const hardNames: Record<string, string> = {
  email: `userEmail e-mail eMail billing_email_address emailAddress2 to.email signerEmail getUserEmail fetchEmail req.email strEmail
    _email email$ emails listOfEmails recipientEmails values.email formData.email token.email oldEmail loginEmail Contractor.email
    normalizedEmail emailLower emailFieldValue useremail.email mailAddress IUser.email session.email adminEmail commit.authorEmail`,
  phone: `user.mobile customer.phone1 contactPhoneNumber phone_number mobileNumber patient.tel Employee.cell UserDto.phone memberPhone
    telefono whatsappNumber`,
  'person-name': `user.name currentUser.name TPatient.name IUser.displayName CreateCustomerInput.name customerName fullName full_name
    firstname lastName billingFirstName recipientName candidateName UserEntity.nom guests.name cardholderName
    firstAndLastName Usuario.nombre userProfile.name signup.firstName UserWithRoles.name usersById.name patientRecord.name`,
  'education-occupation': 'student.title lead.title employee.position occupation',
  username: 'username user_name loginName User.login UserProfile.handle',
  'postal-address': `user.address customer.city Patient.zip customer_address shippingAddress addressLine2 CreateUserDto.street
    members.location homeAddress kunde.adresse street_address`,
  postcode: 'zipcode postal_code customerPostcode homeZipCode',
  'national-id': 'ssn SsnNumber employee.sin Customer.cpf ssnRaw nationalId patientSsn Company.ssn',
  'birth-date': 'dob birthDate date_of_birth birthday Guest.born childDateOfBirth getDateOfBirth dateofbirth',
  age: 'user.age rider.age ageGroup patient_age viewer.age',
  gender: 'gender sex userGender applicant.genero pronouns',
  ethnicity: 'candidate.race ethnicity',
  religion: 'religion employee.faith',
  'income-wealth': 'salary annualIncome applicantIncome borrower.balance',
  'vitals-fitness': 'patient.weight heart_rate bmi bloodType',
  diagnosis: 'diagnosis patient.symptoms patientDiagnosis Patient.condition',
  'bank-account': 'iban customerIban bankAccountNumber payee.bic',
  card: 'creditCard cardNumber cvv customer.pan',
  'ip-address': 'ipAddress clientIP user.ip ip_addr remoteAddr visitorIp',
  'device-id': 'deviceId idfa mac_address user.pushToken',
  'internal-id': 'userId user.id customerID currentUserId',
  'session-id': 'sessionId anonymousId',
  'user-agent': 'userAgent req.userAgent',
  'photo-voice': 'user.avatar profilePicture user.avatarUrl userImage',
  'minor-flag': 'isMinor user.isChild',
  pregnancy: 'isPregnant user.pregnant',
  'marital-status': 'isMarried maritalStatus',
  'precise-location': 'user.lat rider.coords userLocation',
  credential: `password userPassword newPassword confirmPassword password2 passwordConfirmation plainPassword otp otpCode
    totpSecret mfaCode two_factor_code 2faCode backupCodes recoveryCode securityAnswer pin_code passcode`,
  'access-token': `accessToken user.accessToken access_token refreshToken idToken bearerToken resetToken passwordResetToken
    emailVerificationToken resetPasswordToken sessionToken jwt jwtToken user.apiKey customer.clientSecret user.token
    recipient.token userToken authorizationHeader getAccessToken account.refresh_token githubAccessToken`,
  none: `user.emailVerified user.emailValidator emailSent user.emailTemplate emailService emailQueue user.emailSubject emailCount
    numEmails maxEmails user.emailEnabled showEmail hasEmail isEmailValid user.emailLabel errors.email touched.email labels.email
    columns.firstName placeholders.phone sendEmail validateEmail formatAddress onEmailChange setEmail handleEmail updateEmail
    checkPassword verifyPassword changePassword forgotPassword resetPassword hashPassword comparePassword passwordHash user.passwordHash
    hashedPassword hashedEmail maskedEmail encryptedSsn emailHash passwordStrength passwordPolicy passwordField passwordInput
    passwordVisible showPassword EMAIL USER_EMAIL API_KEY FIRST_NAME EmailIcon EmailInput EmailField emailSchema emailRegex
    user.emailFormat user.emailType phoneMask phoneRegex nameLength user.nameLength addressFormatter genderOptions dobError
    ssnRegex emailsSentAt emailDomain findByEmail userByEmail sortByName groupByAge emailKey refreshTokenExpiresAt accessTokenExpiry
    tokenCount tokenLimit maxTokens totalTokens inputTokens outputTokens csrfToken csrf_token xsrfToken cancellationToken
    cancelToken apiKey openaiApiKey apiKeys clientSecret designTokens tokenBucket tokenizer tokenType tokenId user.tokenId injectionToken channelToken syntaxToken
    nextPageToken continuationToken secretName user.fileName Product.name product.title Company.name file.name node.name
    element.name module.name event.name table.address server.address Config.name companyName productName fileName hostName
    pluginName functionName className tagName nodeName ipRange walletAddress memoryAddress user.walletAddress fontWeight lineHeight
    edge.weight raceCondition appState gitState user.fileState redux.state nodePosition cursorPosition textPosition
    mouseCoords viewportCoords methodSignature webhookSignature diagnosticCollection diagnostics Diagnostic.code user.companyId
    errorMessage commitMessage errorCode countryCode sourceCode statusCode exitCode user.languageCode React.children
    childProcess parentNode minorVersion semver.minor whereCondition health healthCheck screenOrientation typeUnion
    dueDate maxAge cacheAge pageAge image page stage package storage usage message language fingerprint certFingerprint publicKey primaryKey
    cacheKey foreignKey keyCode user.settings user.role user.createdAt user.isActive user.status defaultEmail
    exampleEmail placeholderEmail emailPlaceholder invalidEmail noEmail useEmail allowEmail requireEmail enablePhone isPhone
    hidePhone shouldSendEmail canEmail emailNotifications user.emailNotifications emailPreferences addressBar addressType DocumentRejectedEmail TemplateResetPassword zEmail lockEmail setCookie
    prisma.passwordResetToken Codicon.creditCard numberOfChildren childCount indexedChildrenCount stat.birthtime repo.full_name
       phoneCountry locationId photoId avatarSize nameof nominal nomenclature capability scap encapsulate cap nombre eta rut alter
    handler handleClick eventHandle signatureHelp accentColor degree rotationDegrees stepIndex steps weight height avatar
    name address state location condition treatment signature handle segment origin race school position coords symptom token
    secret code cell phone age title email.length.x`.replace('email.length.x', ''),
};

describe('hard names', () => {
  for (const [category, names] of Object.entries(hardNames)) {
    test(category, () => {
      const expected = category === 'none' ? null : category;
      const wrong = names
        .split(/\s+/)
        .filter((name) => name !== '' && reported(name) !== expected)
        .map((name) => `${name}: ${reported(name)}`);
      expect(wrong).toEqual([]);
    });
  }
});

describe('owners', () => {
  const owners: Record<string, string> = {
    person: `user User IUser TPatient CreateUserDto UserEntity UserModel currentUser users userList Customer customerRecord patientData
      UserProfile userAccount userSession personalInfo UserWithRoles usersById listOfUsers allMembers UpdateEmployeeInput
      PassengerDetails Driver visitor guests me jobApplicant UserProps employees staff people kunde`,
    maybe: 'client parent owner tenant account profile session author Account ownerDto',
    other: `company Supplier BranchOffice storeBranch product file Module event config errors touched userAgent userService userRepository
      httpSession fileOwner sqlDriver nodeVisitor classMember httpClient treeParent repoOwner errorLabel userDataPath userPage userController customerPortalUrl userSettings userRepository`,
    unknown: 'foo data payload req body values userId memberCount userCount order booking u x',
  };
  for (const [kind, names] of Object.entries(owners)) {
    test(kind, () => {
      const wrong = names.split(/\s+/).filter((name) => classifier.owner(name) !== kind);
      expect(wrong.map((name) => `${name}: ${classifier.owner(name)}`)).toEqual([]);
    });
  }
});

describe('strength', () => {
  const strength = (owner: string | null, name: string) => classifier.field(owner, name)?.strength ?? null;

  test('owner and name add up', () => {
    expect(strength('User', 'name')).toBe('likely');
    expect(strength(null, 'email')).toBe('likely');
    expect(strength('order', 'email')).toBe('likely');
    expect(strength(null, 'name')).toBe('possible');
    expect(strength('client', 'name')).toBe('possible');
    expect(strength('Product', 'name')).toBe(null);
    expect(strength('Supplier', 'email')).toBe('possible');
    expect(strength('Company', 'phone')).toBe('possible');
    expect(strength('Store', 'address')).toBe('possible');
    expect(strength('Company', 'ssn')).toBe('likely');
    expect(strength('config', 'password')).toBe('possible');
    expect(strength('errors', 'email')).toBe(null);
    expect(strength(null, 'companyEmail')).toBe('possible');
    expect(strength('user', 'companyEmail')).toBe('likely');
    expect(strength(null, 'databasePassword')).toBe('possible');
    expect(strength(null, 'companyDiagnosis')).toBe('likely');
    expect(strength('user', 'companyName')).toBe(null);
  });

  test('what a project says wins, on types and on variables of that name', () => {
    const own = createClassifier(categories, {
      fields: { 'Booking.reference': 'internal-id', shoeSize: 'vitals-fitness', 'User.unknown': 'no-such-category' },
      notPersonal: ['Branch.email', 'displayName'],
    });
    expect(own.field('Booking', 'reference')).toEqual({ category: 'internal-id', strength: 'certain' });
    expect(own.field('booking', 'reference')).toEqual({ category: 'internal-id', strength: 'certain' });
    expect(own.field('Parcel', 'reference')).toBe(null);
    expect(own.field('anything', 'shoe_size')).toEqual({ category: 'vitals-fitness', strength: 'certain' });
    expect(own.name('shoeSize')?.specific).toBe(true);
    expect(own.field('Branch', 'email')).toBe(null);
    expect(own.field('User', 'email')?.strength).toBe('likely');
    expect(own.field('User', 'displayName')).toBe(null);
    expect(own.name('displayName')).toBe(null);
    expect(own.field('User', 'unknown')).toBe(null);
  });

  test('a seed is a person noun or a personal name, not a bare id', () => {
    const seeds = ['user', 'getUserOrders', 'email', 'name', 'ownerOf', 'dateOfBirth'];
    expect(seeds.filter((name) => !classifier.personWords(name))).toEqual([]);
    const others = ['id', 'uuid', 'i', 'fileName', 'render', 'EMAIL', 'emailValidator'];
    expect(others.filter((name) => classifier.personWords(name))).toEqual([]);
  });
});

describe('words', () => {
  const cases: Record<string, string> = {
    userEmailAddresses: 'user email address',
    IBANNumber: 'iban number',
    userIDs: 'user id',
    'x-forwarded-for': 'x forwarded for',
    line2: 'line 2',
    $user_name: 'user name',
    prénom: 'prenom',
    Straße: 'strasse',
    PeopleChildren: 'person child',
    'status address class pass sms gps dns https access analysis canvas':
      'status address class pass sms gps dns https access analysis canvas',
    'addresses classes statuses cities boxes photos analyses': 'address class status city box photo analysis',
    HTTPServerError: 'http server error',
    用户名: '用户名',
    '': '',
  };
  test.each(Object.entries(cases))('%s', (name, words) => expect(wordsOf(name).join(' ')).toBe(words));
});

test('a name means the same in every spelling', () => {
  const phrases = categories.flatMap((category) => [...category.specific, ...category.generic, ...category.not]);
  const pieces = ['', 'customer ', 'new ', 'file ', 'masked '];
  const different: string[] = [];
  for (const phrase of phrases) {
    for (const piece of pieces) {
      for (const tail of ['', ' value', ' validator', ' list']) {
        const words = (piece + phrase + tail).split(' ');
        const capital = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
        const camel = words[0][0] + capital.slice(1);
        // A run of one-letter words has no humps to tell them apart.
        if (/[A-Z]{2}|\d/.test(capital)) continue;
        const answers = [words.join('_'), words.join('-'), camel].map((name) => JSON.stringify(classifier.name(name)));
        if (new Set(answers).size > 1) different.push(words.join(' '));
      }
    }
  }
  expect(different).toEqual([]);
});
