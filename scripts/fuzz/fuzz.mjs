// Runs damaged files through everything that reads X12 and writes answers to it. The same seed gives the same files.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '../bench/random.mjs';
import { claimSet, remittanceSet } from '../bench/x12-sets.mjs';
import { mutate } from './mutate.mjs';
import { readersOf } from './readers.mjs';

const SAMPLES = fileURLToPath(new URL('../../samples/x12/', import.meta.url));
const GENERATED_BYTES = 3000;
/** Inputs before memory counts: code and tables are loaded, and compiled. */
const WARM_UP_SHARE = 0.2;

/**
 * Reads `inputs` damaged files with `core`, the modules of `src` by name (`readers.mjs` says which). Gives
 * `{ seed, inputs, slowestMs, slowestInput, startMB, endMB, failures }`: the most processor time that one input took,
 * resident memory behind the warm-up and at the end, and each crash as `{ input, reader, error }`, by the input's number. `beforeInput` is told each number.
 */
export function fuzz({ inputs, seed, core, beforeInput = () => undefined, failuresMax = 20 }) {
  const files = filesOf(seed);
  const readers = readersOf(core);
  const result = { seed, inputs, slowestMs: 0, slowestInput: 0, startMB: 0, endMB: 0, failures: [] };
  const warmUp = Math.floor(inputs * WARM_UP_SHARE);
  for (let input = 0; input < inputs && result.failures.length < failuresMax; input++) {
    if (input === warmUp) result.startMB = residentMB();
    beforeInput(input);
    const bytes = Buffer.from(inputOf(files, seed, input), 'latin1');
    const before = processorMs();
    for (const [reader, read] of Object.entries(readers)) {
      try {
        read(bytes);
      } catch (error) {
        result.failures.push({ input, reader, error });
      }
    }
    const milliseconds = processorMs() - before;
    if (milliseconds > result.slowestMs)
      Object.assign(result, { slowestMs: milliseconds, slowestInput: input });
  }
  result.endMB = residentMB();
  return result;
}

/** The sound and faulty files that inputs are made of. */
export function filesOf(seed) {
  return [...sampleFiles(), ...generatedFiles(seed)];
}

/** One input by its number, so that a failure can be repeated alone. */
export function inputOf(files, seed, input) {
  // The first numbers of a small seed are alike.
  const random = randomFrom((Math.imul(seed, 0x9e3779b1) ^ Math.imul(input + 1, 0x85ebca6b)) | 1);
  for (let skipped = 0; skipped < 4; skipped++) random(2);
  return mutate(files[random(files.length)], files, random);
}

/** A busy machine stops a process for a while; that is no hang of the reader's. */
function processorMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function residentMB() {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}

function sampleFiles() {
  return ['valid', 'invalid'].flatMap((folder) =>
    readdirSync(path.join(SAMPLES, folder))
      .filter((name) => name.endsWith('.x12'))
      .toSorted()
      .map((name) => readFileSync(path.join(SAMPLES, folder, name), 'latin1')),
  );
}

/** Some claims and a remittance, generated. */
function generatedFiles(seed) {
  const random = randomFrom(seed * 2 + 1);
  return [
    enveloped('HC', '005010X222A1', claimSet('0001', random, GENERATED_BYTES).segments),
    enveloped('HP', '005010X221A1', remittanceSet('0001', random, GENERATED_BYTES).segments),
  ];
}

function enveloped(functionalIdentifier, version, segments) {
  return [
    'ISA*00*          *00*          *ZZ*RIVERSIDEFP    *ZZ*EXAMPLECH      *250316*0905*^*00501*000000105*0*T*:',
    `GS*${functionalIdentifier}*RIVERSIDEFP*EXAMPLECH*20250316*0905*105*X*${version}`,
    ...segments,
    `SE*${segments.length + 1}*0001`,
    'GE*1*105',
    'IEA*1*000000105',
    '',
  ].join('~');
}
