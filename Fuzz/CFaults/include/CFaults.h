#pragma once

/// Adds, and overflows where the sum is larger than an `int`.
int faults_sum(int a, int b);
