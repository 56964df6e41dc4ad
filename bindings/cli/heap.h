// The memory of a process that lives some milliseconds.
#pragma once

namespace scantling::cli {

// Takes the heap from the kernel in one piece, on huge pages where it has some, never to be given back before the end: a process that reads
// a document of some megabytes would else spend a third of its time on page faults. Does nothing where the C library is not glibc, and
// where so much address space cannot be had.
void prepare_heap();

}  // namespace scantling::cli
