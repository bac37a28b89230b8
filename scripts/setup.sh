#!/bin/sh
# Installs the packages that the files named as arguments list and that are not there yet.
# Touches no network when nothing is missing. Ends with 69 (a needed part of the system is missing) and the lines to
# type when it cannot help itself.
set -eu

needed_swift="6.3"
unavailable=69

say() { printf '%s\n' "$*" >&2; }

# The first word of every line that is not a comment.
packages() { sed -e 's/#.*//' "$@" | awk 'NF { print $1 }'; }

no_swift() {
  say "setup: $1"
  say "Rheostat is built with Swift $needed_swift or later. One way to get it (https://www.swift.org/install/linux/):"
  say ""
  say "  curl -O https://download.swift.org/swiftly/linux/swiftly-\$(uname -m).tar.gz"
  say "  tar xzf swiftly-\$(uname -m).tar.gz"
  say "  ./swiftly init"
  say "  . ~/.local/share/swiftly/env.sh"
  say ""
  say "Then, with \`swift --version\` saying $needed_swift or later, run this again."
  exit "$unavailable"
}

# Prints the packages of the list that dpkg does not have installed.
missing_packages() {
  for package in $(packages "$@"); do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || printf '%s\n' "$package"
  done
}

install_packages() {
  if [ "$(id -u)" -eq 0 ]; then
    prefix=""
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    prefix="sudo -n"
  else
    say "setup: these packages are missing, and installing them needs root. Type:"
    say ""
    say "  sudo apt-get update && sudo apt-get install --no-install-recommends -y $*"
    say ""
    exit "$unavailable"
  fi
  say "setup: installing $*"
  # The lock time-out lets another apt finish first; nothing may ask a question.
  apt="env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300"
  # Unquoted: a command of several words.
  # shellcheck disable=SC2086
  if ! { $prefix $apt update && $prefix $apt install --no-install-recommends -y "$@"; } >&2; then
    say "setup: apt-get could not install: $*"
    say "Mend what it says above (network, sources, disk), then run this again."
    exit "$unavailable"
  fi
}

# Systems without dpkg: only look, and say what is wanted.
look_for_libraries() {
  missing=""
  for module in libsbml sqlite3 libxml-2.0 zlib; do
    pkg-config --exists "$module" 2>/dev/null || missing="$missing $module"
  done
  [ -z "$missing" ] && return
  say "setup: this system has no dpkg, and pkg-config does not find:$missing"
  say "Install the development files of libSBML 5, SQLite 3, libxml2 and zlib, pkg-config, and a C++ compiler's"
  say "headers, with this system's own package manager; then run this again. Debian 12 is the system that is tested."
  exit "$unavailable"
}

command -v swift >/dev/null 2>&1 || no_swift "there is no swift on the PATH."

if command -v dpkg-query >/dev/null 2>&1; then
  missing=$(missing_packages "$@")
  # Unquoted: one word a package.
  # shellcheck disable=SC2086
  [ -z "$missing" ] || install_packages $missing
else
  look_for_libraries
fi

# After the packages, since swift itself may need some of them to start.
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
[ -n "$version" ] || no_swift "the swift on the PATH does not start: $(command -v swift)"
lowest=$(printf '%s\n%s\n' "$needed_swift" "$version" | sort -V | head -n 1)
[ "$lowest" = "$needed_swift" ] || no_swift "the swift on the PATH is $version, too old."
