#!/usr/bin/env bash
# Whether the compiler has left the kernels' multiplications and additions apart: fused, they would round once instead of
# twice, and other instruction sets would give other bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."

object=.build/release/CLanes.build/lanes.c.o
if [ "$(uname -m)" != x86_64 ]; then
  echo "the kernels have one instruction set only on this processor" >&2
  exit 77
fi
if [ ! -f "$object" ] || ! command -v objdump >/dev/null; then
  echo "needs a release build (make build) and objdump (binutils)" >&2
  exit 77
fi
code=$(objdump -d --no-show-raw-insn "$object")
count() { grep -cE "$1" <<<"$code" || true; }
printf '| instructions of the kernels | number |\n|---|---:|\n'
multiplications=$(count '\bv?mulpd\b')
wide=$(count '\bvmulpd\b.*%zmm')
fused=$(count '\bvfn?m(add|sub)')
printf '| multiplications of vectors | %s |\n| of these with AVX-512 | %s |\n| fused multiply-adds | %s |\n' \
  "$multiplications" "$wide" "$fused"
# Without multiplications this would have looked at the wrong file.
[ "$wide" -gt 0 ] && [ "$fused" -eq 0 ]
