/** Bounds of a scan: a folder chosen by mistake must not take hours. */
export interface ScanLimits {
  readonly files: number;
  /** Bytes of all files together. */
  readonly bytes: number;
  /** Larger files are read in ranges. */
  readonly bytesPerFile: number;
  /** Bytes of all files that are read in ranges for their requests; of those for their text, `bytes` are the limit. */
  readonly bytesInRanges: number;
}

/** VS Code gives extensions no text of larger files. */
export const LARGEST_TEXT_MB = 50;

export const LARGEST_TEXT_BYTES = LARGEST_TEXT_MB * 1024 * 1024;

export const SCAN_LIMITS: ScanLimits = {
  files: 20_000,
  bytes: 200_000_000,
  bytesPerFile: LARGEST_TEXT_BYTES,
  bytesInRanges: 4_000_000_000,
};
