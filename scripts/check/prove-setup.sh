#!/usr/bin/env bash
# Proves the set-up on a bare Debian 12 made with debootstrap, since a machine in use hides missing steps.
# The bare system gets git, make and this machine's Swift, an empty HOME and a fresh clone of HEAD; then `make setup`,
# once more with the network cut off, and the commands (`make run` and `make test`, or those given as arguments).
# Takes the mirror from this machine's apt configuration. Needs root and debootstrap; cannot be tried without (77).
set -euo pipefail
cd "$(dirname "$0")/../.."

suite=bookworm
skip() { printf 'prove-setup: %s\n' "$1" >&2 && exit 77; }
[ "$(id -u)" -eq 0 ] || skip "needs root"
command -v debootstrap >/dev/null || skip "needs debootstrap"

# Mounts live in a namespace of their own and vanish with it, so that nothing of this machine can be removed with the
# bare system afterwards.
if [ "${RHEOSTAT_PROOF_ROOT:-}" = "" ]; then
  root=$(mktemp -d "${TMPDIR:-/tmp}/rheostat-bare.XXXXXX")
  trap 'rm -rf --one-file-system "$root"' EXIT
  RHEOSTAT_PROOF_ROOT=$root unshare --mount --propagation private bash "$0" "$@"
  exit
fi
root=$RHEOSTAT_PROOF_ROOT
# mktemp lets only root in, and some tests run the tool as somebody else.
chmod 755 "$root"
[ $# -gt 0 ] || set -- "make run" "make test"

mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Identifier: Packages' |
  awk -v suite="$suite" '$2 == suite { print $1; exit }')
[ -n "$mirror" ] || skip "this machine's apt knows no mirror of $suite"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >&2

# The same apt sources and settings, name resolution, and git's local mirrors of Swift packages if there are any.
rm -f "$root/etc/apt/sources.list"
cp -r /etc/apt/sources.list.d "$root/etc/apt/"
[ ! -f /etc/apt/sources.list ] || cp /etc/apt/sources.list "$root/etc/apt/"
apt-config dump Acquire >"$root/etc/apt/apt.conf.d/90host"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
bind() { mkdir -p "$root$1" && mount --bind -o ro "$1" "$root$1"; }
git config --get-regexp '^url\..*\.insteadof$' | while read -r key value; do
  directory=${key#url.} directory=${directory%.insteadof}
  if [ -d "$directory" ]; then
    mountpoint -q "$root${directory%/}" || bind "${directory%/}"
    git config --file "$root/etc/gitconfig" --add "$key" "$value"
    git config --file "$root/etc/gitconfig" --replace-all safe.directory '*'
  fi
done || true
toolchain=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
toolchain=${toolchain%/usr}
bind "$toolchain"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"

inside() {
  env -i HOME=/home/bare LANG=C.UTF-8 PATH="/usr/sbin:/usr/bin:/sbin:/bin:$toolchain/usr/bin" ${CI:+CI=$CI} \
    "${@}"
}
in_root() { inside chroot "$root" sh -c "cd /home/bare && $1"; }

mkdir -p "$root/home/bare"
in_root 'apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends git make' >&2
before=$(chroot "$root" dpkg-query -W | wc -l)
git clone -q --no-hardlinks . "$root/home/bare/rheostat"

printf 'A bare Debian 12 (debootstrap, minbase, %s packages with git and make), an empty HOME, a fresh clone.\n\n' "$before"
printf '| command | seconds | exit code |\n|---|---|---|\n'
failed=0
step() {
  local label=$1 status=0 start=$SECONDS
  shift
  "$@" >&2 || status=$?
  printf '| %s | %s | %s |\n' "$label" "$((SECONDS - start))" "$status"
  [ "$status" -eq 0 ] || failed=1
}
step '`make setup`' in_root 'cd rheostat && make setup'
step '`make setup` again, network cut off' inside unshare --net chroot "$root" sh -c 'cd /home/bare/rheostat && make setup'
for command in "$@"; do
  step "\`$command\`" in_root "cd rheostat && $command"
done
printf '\nPackages after it: %s.\n' "$(chroot "$root" dpkg-query -W | wc -l)"
exit "$failed"
