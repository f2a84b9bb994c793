# shellcheck shell=bash
# Tells on standard error what a long command is doing, how long it has taken, and roughly how long it will.

# elapsed SECONDS: as 0:07, 12:30.
elapsed() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# stage_of_build LOG: per cent done (of a build with a filled Maven repository) and what is done, from Maven's own log.
stage_of_build() {
  awk '
    /Downloaded from/ { fetched++ }
    /--- .*spotless.*kyosei-services/ { done = 3; stage = "local services  起動の部品" }
    /--- .*compiler.*:compile .*kyosei-backend/ { done = 10; stage = "compiling the backend  本体のコンパイル" }
    /--- .*compiler.*:testCompile .*kyosei-backend/ { done = 35; stage = "compiling its tests  試験のコンパイル" }
    /--- .*vaadin.*:prepare-frontend/ { done = 50; stage = "preparing the front end  画面の準備" }
    /--- .*compiler.*:compile .*kyosei-ui/ { done = 55; stage = "compiling the screens  画面のコンパイル" }
    /--- .*vaadin.*:build-frontend/ { done = 65; stage = "bundling the front end (npm, Vite)  画面の組立て" }
    /--- .*compiler.*:testCompile .*kyosei-ui/ { done = 92; stage = "compiling their tests  試験のコンパイル" }
    /--- .*jar.*kyosei-ui/ { done = 98; stage = "packing  まとめ" }
    END {
      if (stage == "") stage = "starting Maven  準備"
      if (fetched > 0) stage = stage ", " fetched " files fetched 取得済み"
      print done + 0, stage
    }' "$1" 2>/dev/null
}

# follow_build PROCESS LOG: until the process ends; a line for each stage, and one at least every 15 seconds.
follow_build() {
  local process=$1 log=$2 start=$SECONDS told=$SECONDS last='' line share stage passed rest
  while kill -0 "$process" 2>/dev/null; do
    line=$(stage_of_build "$log") || line='0 …'
    share=${line%% *}
    stage=${line#* }
    passed=$((SECONDS - start))
    if [ "${stage%%,*}" != "$last" ] || [ $((SECONDS - told)) -ge 15 ]; then
      rest=
      if [ "$share" -ge 10 ]; then
        rest=", about $(elapsed $((passed * (100 - share) / share))) to go 残り目安"
      fi
      say "  $(elapsed "$passed")  $stage$rest"
      last=${stage%%,*}
      told=$SECONDS
    fi
    sleep 1
  done
}
