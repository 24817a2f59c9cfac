// SPDX-License-Identifier: Apache-2.0
package org.lusush.lle.analyzer.regression;

import java.util.List;
import java.util.Optional;

/**
 * Weights for the quantiles of runs: of all weighted sums of their logarithms that move by as much
 * as the durations do when all become longer by the same factor, the one that differs least from
 * run to run. (A. C. Aitken, "On least squares and linear combinations of observations", Proc. R.
 * Soc. Edinb. 55, 1935.)
 *
 * <p>Which quantile of an operation is steady depends on the operation: where half of its durations
 * are of another kind than the other half, its median is the least steady of all.
 */
final class Quantiles {

  /** It takes so many more runs than nights. */
  private static final int FEWEST_FREEDOM = 40;

  /** How much of what quantiles have in common is not believed. */
  private static final double SHRUNK = 0.1;

  /** Quantiles that never differ would have all of the weight. */
  private static final double LEAST_VARIANCE = 1e-4;

  private Quantiles() {}

  /**
   * Returns the weights, whose sum is one. What nights differ by is not in it, so that a change
   * from one night to another moves no weight.
   *
   * @param nights logarithms of the same quantiles of each run, night by night
   * @return empty where there are too few runs
   */
  static Optional<double[]> weights(List<List<double[]>> nights) {
    int size = nights.isEmpty() ? 0 : nights.get(0).get(0).length;
    double[][] covariance = new double[size][size];
    int freedom = 0;
    for (List<double[]> runs : nights) {
      add(covariance, runs);
      freedom += runs.size() - 1;
    }
    if (freedom < FEWEST_FREEDOM) {
      return Optional.empty();
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double believed = i == j ? 1 : 1 - SHRUNK;
        covariance[i][j] *= believed / freedom;
      }
      covariance[i][i] += LEAST_VARIANCE;
    }
    return Optional.of(normalized(solved(covariance)));
  }

  private static void add(double[][] covariance, List<double[]> runs) {
    int size = covariance.length;
    double[] mean = new double[size];
    runs.forEach(
        run -> {
          for (int i = 0; i < size; i++) {
            mean[i] += run[i] / runs.size();
          }
        });
    for (double[] run : runs) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          covariance[i][j] += (run[i] - mean[i]) * (run[j] - mean[j]);
        }
      }
    }
  }

  /** Returns what a positive definite matrix takes to ones, by Cholesky's decomposition. */
  private static double[] solved(double[][] matrix) {
    int size = matrix.length;
    double[][] root = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double left = matrix[i][j];
        for (int k = 0; k < j; k++) {
          left -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? Math.sqrt(left) : left / root[j][j];
      }
    }
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      double left = 1;
      for (int k = 0; k < i; k++) {
        left -= root[i][k] * x[k];
      }
      x[i] = left / root[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= root[k][i] * x[k];
      }
      x[i] /= root[i][i];
    }
    return x;
  }

  private static double[] normalized(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double[] weights = values.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
