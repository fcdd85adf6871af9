import { DataDeduplicationService } from 'n8n-core';
import type { DeduplicationItemTypes, IDataDeduplicator, IDeduplicationOutput } from 'n8n-workflow';

/** n8n's table of processed data, in memory. */
export class TestMemory implements IDataDeduplicator {
  readonly entries = new Set<DeduplicationItemTypes>();
  broken = false;

  static async install(): Promise<TestMemory> {
    const memory = new TestMemory();
    await DataDeduplicationService.init(memory);
    return memory;
  }

  async checkProcessedAndRecord(items: DeduplicationItemTypes[]): Promise<IDeduplicationOutput> {
    if (this.broken) throw new Error('The database is away.');
    const output: IDeduplicationOutput = { new: [], processed: [] };
    for (const item of items) output[this.entries.has(item) ? 'processed' : 'new'].push(item);
    for (const item of output.new) this.entries.add(item);
    return output;
  }

  async removeProcessed(items: DeduplicationItemTypes[]): Promise<void> {
    for (const item of items) this.entries.delete(item);
  }

  async checkProcessedItemsAndRecord(): Promise<never> {
    throw new Error('Not part of these tests.');
  }

  async clearAllProcessedItems(): Promise<void> {
    this.entries.clear();
  }

  async getProcessedDataCount(): Promise<number> {
    return this.entries.size;
  }
}
