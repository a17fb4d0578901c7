import * as tables from '../../src/domain/exchange/delivery-protocol.ts';

/** A protocol as `scripts/model` explores it. */
export interface Design {
  readonly name: string;
  /** Verdicts that a search must find; none for a safe design. */
  readonly expected: readonly string[];
}

export interface Scope {
  readonly workers: number;
  readonly crashes: number;
  readonly expiries: number;
}

export const SMALL_SCOPE: Scope = { workers: 2, crashes: 1, expiries: 1 };

/** One thing that may happen: to a run (by its index), to the lease, or at the partner. */
export interface ModelLabel {
  readonly run?: number;
  readonly event: string;
  readonly outcome?: string;
}

export interface ModelWorld {
  readonly stage: string;
  readonly attempts: number;
  readonly commitAttempt: number;
  readonly temporary: string;
  readonly final: string;
  readonly taken: string;
}

interface DeliveryModel {
  /** The protocol with the tables of `src`. */
  readonly protocol: Design;
  withoutFencing(protocol: Design): Design;
  unsafeDesigns(protocol: Design): readonly Design[];
  explore(
    design: Design,
    scope: Scope,
  ): { readonly worlds: number; readonly violations: ReadonlyMap<string, readonly string[]> };
  startOf(scope: Scope): ModelWorld;
  keyOf(world: ModelWorld): string;
  successors(design: Design, world: ModelWorld): Iterable<{ label: ModelLabel; world: ModelWorld }>;
}

/** The explorer of `npm run model` over the protocol of `src`. */
export async function deliveryModel(): Promise<DeliveryModel> {
  const modules = await Promise.all(
    ['designs', 'explore', 'world'].map(
      (name) =>
        import(new URL(`../../scripts/model/${name}.mjs`, import.meta.url).href) as Promise<
          Partial<DeliveryModel>
        >,
    ),
  );
  const { witnessProtocol, ...model } = Object.assign({}, ...modules) as DeliveryModel & {
    witnessProtocol(protocolTables: typeof tables): Design;
  };
  return { ...model, protocol: witnessProtocol(tables) };
}
