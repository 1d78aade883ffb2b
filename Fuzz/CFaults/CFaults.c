#include "CFaults.h"

int faults_sum(int a, int b) { return a + b; }
