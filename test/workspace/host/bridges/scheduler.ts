import type { IOnetimeSchedule, IProcessor, IRecurringSchedule } from '@rocket.chat/apps-engine/definition/scheduler';
import { SchedulerBridge } from '@rocket.chat/apps-engine/server/bridges/SchedulerBridge';
import { newId } from '../identifier';

/** A job that waits: nothing runs by itself here, so that a test decides when. */
export interface ScheduledJob {
	readonly jobId: string;
	readonly appId: string;
	readonly job: IOnetimeSchedule | IRecurringSchedule;
}

/** The engine hands over processors bound to its own runner, which takes the job's data alone. */
type Runner = (data: object) => Promise<void>;

/** The calendar of jobs. */
export class Scheduler extends SchedulerBridge {
	public jobs: ScheduledJob[] = [];
	private readonly processors = new Map<string, Runner>();

	/** Runs a waiting job now; one that recurs stays. */
	public async run(jobId: string): Promise<void> {
		const found = this.jobs.find((one) => one.jobId === jobId);
		const processor = found && this.processors.get(found.job.id);
		if (!processor) throw new Error(`No job ${jobId} with a processor`);
		if ('when' in found.job) this.jobs = this.jobs.filter((one) => one !== found);
		await processor({ ...found.job.data, jobId });
	}

	private add(job: ScheduledJob['job'], appId: string): Promise<string> {
		const jobId = newId();
		this.jobs.push({ jobId, appId, job });
		return Promise.resolve(jobId);
	}

	protected override async registerProcessors(processors: IProcessor[], appId: string): Promise<string[]> {
		const jobs: string[] = [];
		for (const processor of processors) {
			const { id, startupSetting } = processor;
			this.processors.set(id, (data) => (processor as unknown as { processor: Runner }).processor(data));
			// What recurs is scheduled as if the app had asked for it: there is one of a name.
			if (startupSetting && 'interval' in startupSetting)
				jobs.push(await this.scheduleRecurring({ id, ...startupSetting }, appId));
			else if (startupSetting) jobs.push(await this.add({ id, ...startupSetting }, appId));
		}
		return jobs;
	}

	protected override scheduleOnce(job: IOnetimeSchedule, appId: string): Promise<string> {
		return this.add(job, appId);
	}

	/** There is one such job of a name: another one takes its place, as in agenda's `every`. */
	protected override scheduleRecurring(job: IRecurringSchedule, appId: string): Promise<string> {
		this.jobs = this.jobs.filter((one) => one.appId !== appId || one.job.id !== job.id || 'when' in one.job);
		return this.add(job, appId);
	}

	/** By the job's own id, or by that of its processor. */
	protected override cancelJob(id: string): Promise<void> {
		this.jobs = this.jobs.filter(({ jobId, job }) => jobId !== id && job.id !== id);
		return Promise.resolve();
	}

	/** The engine's own, too: it cancels when an app is removed. */
	public override cancelAllJobs(appId: string): Promise<void> {
		this.jobs = this.jobs.filter((one) => one.appId !== appId);
		return Promise.resolve();
	}
}
