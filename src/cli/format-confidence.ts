/** Two digits; never 1.00, which no calibration can promise. */
export const formatConfidence = (confidence: number): string => Math.min(confidence, 0.99).toFixed(2)
