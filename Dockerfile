# syntax=docker/dockerfile:1
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/build.mjs scripts/bundle.mjs scripts/
COPY src src
RUN node scripts/build.mjs && rm dist/.tsbuildinfo

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
LABEL org.opencontainers.image.title="Nyhetssøk" org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ARTICLES_DIR=/articles DATA_DIR=/data
# glibc keeps memory of threads that have ended, unless it is told to give it back: docs/operations.md
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
WORKDIR /app
COPY LICENSE NOTICE package.json ./
COPY --from=dependencies /app/node_modules node_modules
COPY models models
COPY openapi/examples.json openapi/
COPY page page
# what --demo reads
COPY articles articles
COPY --from=build /app/dist dist
COPY --chown=1000:1000 articles /articles
RUN mkdir /data && chown 1000:1000 /data
# the image's user `node`, by number: Kubernetes checks that it is not root
USER 1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# node itself is process 1, so that it gets the signals
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["serve"]
