import { type Block, UiKitParserContextualBar, UiKitParserMessage, UiKitParserModal } from 'ui-kit-next';
import type { Html } from '../markup';
import { htmlSurface } from './html';

class MessageSurface extends htmlSurface(UiKitParserMessage<Html>) {}
class ContextualBarSurface extends htmlSurface(UiKitParserContextualBar<Html>) {}
class ModalSurface extends htmlSurface(UiKitParserModal<Html>) {}

const surfaces = { message: new MessageSurface(), contextual_bar: new ContextualBarSurface(), modal: new ModalSurface() };

/** Where blocks are shown: each surface allows other blocks, and drops the rest as Rocket.Chat does. */
export type SurfaceName = keyof typeof surfaces;

/** Blocks as a surface shows them. */
export function renderBlocks(surface: SurfaceName, blocks: readonly unknown[]): Html[] {
	return surfaces[surface].render(blocks as readonly Block[]);
}
