import CFaults
import Kernels
import Memory

/// Faults that a sanitizer must see: `faults swift`, `faults kernels` and `faults c`.
let numbers = UnsafeMutablePointer<Float>.allocate(capacity: 8)
numbers.initialize(repeating: 0, count: 8)
switch CommandLine.arguments.last {
case "swift":
  // Read behind the end by Swift.
  print(numbers[8 + CommandLine.arguments.count])
case "kernels":
  // Read and written behind the end by a kernel, which believes a false count.
  KernelSet.active.exp(MutableElements(start: numbers, count: 64))
case "c":
  print(faults_sum(.max, CInt(CommandLine.arguments.count)))
default:
  print("faults swift|kernels|c")
}
