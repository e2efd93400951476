#!/usr/bin/env bash
# Starts Debian's SMTP server (exim4) on a port of this machine; every mail becomes a file in FOLDER/mail/new.
#
#   tests/mail/server.sh start FOLDER PORT
#   tests/mail/server.sh stop FOLDER
#
# Needs root and the package exim4-daemon-light, which it installs where it is missing.
set -euo pipefail

doing=$1
folder=$(realpath -m "$2")

stop() {
  if [ -f "$folder/pid" ]; then
    kill "$(cat "$folder/pid")"
    rm -f "$folder/pid"
  fi
}

start() {
  port=$1
  command -v exim4 >/dev/null || apt-get install -y -qq exim4-daemon-light >/dev/null
  mkdir -p "$folder"/{spool,log,mail}
  cat >"$folder/exim.conf" <<CONF
primary_hostname = mail.test
daemon_smtp_ports = $port
local_interfaces = 127.0.0.1
spool_directory = $folder/spool
log_file_path = $folder/log/%slog
pid_file_path = $folder/pid
host_lookup =
rfc1413_hosts =
queue_only = false
smtp_accept_max = 0
smtp_accept_queue_per_connection = 0
acl_smtp_rcpt = accept_all
acl_smtp_data = accept_all
begin acl
accept_all:
  accept
begin routers
all:
  driver = accept
  transport = file
begin transports
file:
  driver = appendfile
  directory = $folder/mail
  maildir_format
  create_directory
  user = Debian-exim
begin retry
* * F,1h,1m
CONF
  chown -R Debian-exim:Debian-exim "$folder"
  chown root:root "$folder/exim.conf"
  exim4 -C "$folder/exim.conf" -bd
}

case $doing in
  start) start "$3" ;;
  stop) stop ;;
  *) echo "start or stop" >&2; exit 2 ;;
esac
