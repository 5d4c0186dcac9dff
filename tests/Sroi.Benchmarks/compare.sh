#!/usr/bin/env bash
# The reference model beside its peers, in interleaved rounds: medians, ratios, and whether all agree with the known values.
# usage: compare.sh [DRAWS [ROUNDS]]        e.g. compare.sh 1e6 5
# Environment: PEERS (default numpy,mathnet; also r, squiggle), PEERS_FOLDER (default ../shared/peers from the top of the repository).
# The peers need what their README says: python3-numpy, r-base-core and r-cran-jsonlite from Debian; npm for squiggle.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
peers=$(cd "$top/${PEERS_FOLDER:-../shared/peers}" && pwd)
draws=${1:-1e6}
rounds=${2:-5}
export PEERS=${PEERS:-numpy,mathnet}

# Peers are built in a copy, so that nothing outside the repository is written to.
copy="$top/artifacts/peers"
mkdir -p "$copy"
cp -r --no-preserve=mode "$peers/." "$copy/"
echo '<Project />' | tee "$copy/Directory.Build.props" "$copy/Directory.Packages.props" > "$copy/Directory.Build.targets"
case ",$PEERS," in *,mathnet,* | *,mathnet-parallel,*) (cd "$copy/mathnet_naive" && dotnet build --configuration Release --nologo --verbosity quiet >&2) ;; esac
case ",$PEERS," in *,squiggle,*) (cd "$copy/squiggle" && npm install --silent >&2) ;; esac
dotnet build "$here" --configuration Release --nologo --verbosity quiet >&2
ours="dotnet $here/bin/Release/net10.0/Sroi.Benchmarks.dll reference {n}"
python3 "$copy/compare.py" "$draws" "$rounds" "$ours --threads 1" "$ours --threads 2" "env DOTNET_EnableAVX512=0 $ours --threads 1"
