/** Times and stages of the runs of outgoing integrations, in words. */
import type { Details } from '../report/details';
import { failureReason } from './gapLines';
import { minute } from './names';
import type { Translate } from './translate';

/** A line that says how the last run ended; false for an integration that has none. */
export function lastRunLine({ lastRun: result }: Pick<Details, 'lastRun'>, t: Translate): string | false {
	if (!result) {
		return false;
	}
	if (!result.ok) {
		return t('detail_run_unknown', { reason: failureReason(result.failure, t) });
	}
	if (!result.value) {
		return t('detail_run_never');
	}
	const { at, outcome, step } = result.value;
	return t(`detail_run_${outcome}`, { time: minute(at), stage: stageText(step, t) });
}

/** How far a failed run came, by the server's name for its last step (`step` of `integrations.history`, set in its triggerHandler). */
export function stageText(step: string, t: Translate): string {
	if (step === '') {
		return t('stage_unknown');
	}
	if (/^(start|mapped|after-maybe|after-prepare)/.test(step)) {
		return t('stage_before');
	}
	return step.endsWith('send-message-failed') ? t('stage_posting') : t('stage_calling');
}

/** Milliseconds that the server waits before each further try, counted from 0 (its triggerHandler), by the stored name. */
const waits: ReadonlyMap<string, (tries: number) => number> = new Map([
	['powers-of-ten', (tries) => 10 ** (tries + 2)],
	['powers-of-two', (tries) => 2 ** (tries + 1) * 1000],
	['increments-of-two', (tries) => (tries + 1) * 2000],
]);

/** As many waits are shown. */
const mostWaits = 4;

/** The waits before the tries of a failed call: `100 ms, 1 s, 10 s`; an ellipsis where they are not known, or more. */
export function waitsText(count: number, delay: string): string {
	const wait = waits.get(delay);
	const shown = wait ? Array.from({ length: Math.min(count, mostWaits) }, (_, tries) => inUnits(wait(tries))) : [];
	return [...shown, ...(shown.length < count ? ['…'] : [])].join(', ');
}

function inUnits(milliseconds: number): string {
	return milliseconds < 1000 ? `${milliseconds} ms` : `${milliseconds / 1000} s`;
}
