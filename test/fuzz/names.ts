/** Texts of outside data: they do harm where they are not in code, and hold no mark of a secret. */
import { CANARY } from '../workspace/sample';
import { marker } from '../properties/effects';
import { anyName } from '../properties/names';

/** What people type: any text. */
export const typedText = anyName.map((name) => name.replaceAll(new RegExp(CANARY, 'gi'), 'x').slice(0, 2500));

/** What somebody called something: it must not be seen outside of code. */
export const markedText = typedText.map((text) => (text === '' ? '' : `${marker}${text}${marker}`));
