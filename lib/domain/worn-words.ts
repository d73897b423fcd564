/**
 * Words that the lists of most used passwords are made of. What meets a rule of composition is nearly always one of
 * them with a capital letter, a number and a sign, so it is the word that is looked for and not each of its thousands
 * of forms.
 */
const words: ReadonlySet<string> = new Set(
  `abc abcd abcde abcdef abcdefg abcdefgh access admin administrator alexander amanda america andrea android angel
  animal anthony apple arsenal asdf asdfasdf asdfgh asdfghjk asdfghjkl ashley august austin autumn azerty babygirl
  backup badboy bailey banana barcelona baseball basketball batman beautiful benjamin birthday blahblah blink
  bonjour boomer brandon brooklyn bubbles buster butterfly california carlos celtic champion change changeit changeme
  charles charlie cheese chelsea chicago chicken chocolate christian claire clinic computer consultant cookie corvette
  cowboys crystal dallas daniel database daughter december default demo diamond doctor dolphin dragon eagles elephant
  elizabeth emergency england enter esther everton facebook family february ferrari flower football forever freedom
  friday friend friends fuckyou gandalf garfield george ginger giants goodluck google guest gunner hammer hannah happy
  harley health heather hello helloworld hockey hospital hotmail hunter iloveyou internet jackson jaguar james january
  jasmine jasper jennifer jessica jesus john johnny jonathan jordan joseph joshua july june junior justin killer
  kitten knight lakers laptop letmein liverpool login lovely loveme loveyou maggie manager manchester march marine
  marlboro martin master matrix matthew maverick medical melissa mercedes michael michelle microsoft midnight mister
  monday money monkey monster mother mustang mypass mypassword naruto nicholas nicole ninja november nurse october
  oliver orange packers pass passcode passphrase passpass passw passwd password passwordpassword passwort patient
  patrick peanut pepper phoenix player pokemon porsche prince princess private purple qazwsx qazwsxedc qwer qwerqwer
  qwert qwerty qwertyqwerty qwertyu qwertyui qwertyuiop qwertz rabbit rachel raiders ranger rangers reception rebecca
  richard robert root running samantha samsung saturday scooter scorpion secret secure security senior september
  sergey server service shadow silver simple skywalker slayer snoopy soccer something sophie spiderman spring staff
  starwars steelers steven student sugar summer sunday sunflower sunshine superman superuser support sweet switch
  sysadmin system taylor teacher temp temporary test teste tester testing testtest thailand thankyou theman thomas
  thunder thursday tigger tinkerbell trustno trustnoone tuesday unknown user username vampire vanessa victoria victory
  vision volleyball warrior wednesday welcome welcometo whatever william willow windows winner winston winter wizard
  wolf xbox yankees yellow zaq zaqwsx zxcvbn zxcvbnm`.split(/\s+/),
);

const stands: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
  '+': 't',
};

/** `p@ssw0rd2026!`, `Summer.2026!!`: one worn word, spelt so or so, with numbers and signs around it. */
export function isWornWord(password: string): boolean {
  const core = password.replace(/^[^\p{L}]+/u, '');
  return endsOf(core).some((end) => isWorn(core.slice(0, end)) && isFiller(core.slice(end)));
}

/** What follows the word: a number and signs, as long as one likes. */
const isFiller = (rest: string) => !/\p{L}/u.test(rest);

/** Where the word may end: anywhere in the run of numbers and signs at the end, for one of them may be a letter. */
function endsOf(core: string): number[] {
  const tail = /[^\p{L}]*$/u.exec(core)?.[0].length ?? 0;
  return Array.from({ length: tail + 1 }, (_, index) => core.length - index);
}

function isWorn(text: string): boolean {
  const letters = [...text].map((sign) => stands[sign] ?? sign).join('');
  return words.has(letters.replace(/[^\p{L}]/gu, ''));
}
