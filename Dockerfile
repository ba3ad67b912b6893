# Checks the folder mounted at /work:  docker run --rm --network none -v "$PWD:/work:ro" data-ethics
FROM node:22-slim AS build
WORKDIR /package
COPY . .
RUN npm ci && npm pack --pack-destination /

FROM node:22-slim
# git is for --since and --staged.
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
COPY --from=build /data-ethics-*.tgz /tmp/
RUN npm install --global --omit=dev /tmp/data-ethics-*.tgz && rm /tmp/data-ethics-*.tgz
# A mounted repository belongs to somebody else than the container's user.
RUN git config --system --add safe.directory '*'
USER node
WORKDIR /work
ENTRYPOINT ["data-ethics"]
CMD ["check", "--no-cache"]
