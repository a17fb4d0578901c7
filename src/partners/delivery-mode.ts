import { DELIVERY_MODES, type DeliveryMode } from '../domain/exchange/delivery-protocol.ts';

/**
 * The mode in which a new delivery goes out: what the profile names, else the weaker of what the partner's server was
 * found to do and what it offers now. Undefined where the profile names more than the server offers.
 */
export function deliveryModeOf({
  configured,
  probed,
  offered,
}: {
  readonly configured?: DeliveryMode | undefined;
  readonly probed?: DeliveryMode | undefined;
  readonly offered: DeliveryMode;
}): DeliveryMode | undefined {
  if (configured === undefined) return weakerOf(probed ?? offered, offered);
  return weakerOf(configured, offered) === configured ? configured : undefined;
}

function weakerOf(one: DeliveryMode, other: DeliveryMode): DeliveryMode {
  return DELIVERY_MODES.indexOf(one) > DELIVERY_MODES.indexOf(other) ? one : other;
}
