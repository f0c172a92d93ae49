#!/usr/bin/env bash
# sbatch slurm.sh: sixteen tasks draw a sixteenth of the charts each, into the project on a shared
# disk. Afterwards `sourceline render --check` proves that they are whole.
#SBATCH --job-name=charts
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
set -euo pipefail
sourceline render --shard "$SLURM_ARRAY_TASK_ID/16"
