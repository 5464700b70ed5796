// The values that a slider offers; other values can be typed.

export const TOKEN_STOPS = [
  0, 50, 100, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 7500, 10_000, 15_000, 20_000,
  30_000, 50_000, 75_000, 100_000,
];

export const CALL_STOPS = [
  0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000,
  500_000, 1_000_000,
];

export const HOUR_STOPS = [1, 2, 4, 8, 12, 24, 48, 72, 168, 336, 720];

export const MESSAGE_STOPS = [0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 50, 100];

export const TURN_STOPS = [1, 2, 3, 5, 8, 10, 15, 20, 30, 40, 50, 75, 100];
