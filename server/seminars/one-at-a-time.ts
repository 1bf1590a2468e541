/** Work of which only one goes on at a time for each séminaire; what comes meanwhile waits, whatever became of the one before. */
export type OneAtATime = <T>(seminarId: string, work: () => Promise<T>) => Promise<T>;

export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return (seminarId, work) => {
    const done = (last.get(seminarId) ?? Promise.resolve()).then(work, work);
    last.set(seminarId, done);
    const over = (): void => {
      if (last.get(seminarId) === done) last.delete(seminarId);
    };
    done.then(over, over);
    return done;
  };
}
